import Engines
import Values

/// The place keys of a service's totals.
struct PlacedService {
  let account: AccountNumber
  let code: Datum
  let serviceClass: Datum
  let route: Datum
  let cycle: Datum
}

/// A meter in a service.
struct MeasuredService: Hashable {
  let service: Int64
  let meter: Datum

  static func < (left: MeasuredService, right: MeasuredService) -> Bool {
    left.service != right.service ? left.service < right.service : left.meter < right.meter
  }
}

/// Finds the totals that the consumption of meters belongs to. Rows of one meter come together, so
/// that little is calculated for each.
final class PlacesOfMeters {
  /// The keys of totals for what one customer owes.
  struct Debtor {
    let place: TotalsFingerprint.Place
    let serviceClass: TotalsFingerprint.Place
    let service: TotalsFingerprint.Place
  }

  /// All meters that were asked for.
  private(set) var measured: Set<MeasuredService> = []
  private let services: [Int64: PlacedService]
  private let holders: [AccountNumber: AccountHolders]
  private let kinds: [CustomerID: Datum]
  private var last: (key: MeasuredService, place: PlacedService, holders: AccountHolders)?
  /// Where the same customer owes all of the last one.
  private var whole: Debtor?

  init(
    _ services: [Int64: PlacedService], _ holders: [AccountNumber: AccountHolders],
    _ kinds: [CustomerID: Datum]
  ) {
    self.services = services
    self.holders = holders
    self.kinds = kinds
  }

  /// - Parameter toOn: the first day that no longer counts.
  func debtor(of key: MeasuredService, before toOn: Datum) -> Debtor? {
    if last?.key != key { turn(to: key) }
    if let whole { return whole }
    guard let last else { return nil }
    return debtor(
      last.holders.debtor(on: CivilDate(toOn).adding(days: -1)), key, last.place)
  }

  private func turn(to key: MeasuredService) {
    measured.insert(key)
    (last, whole) = (nil, nil)
    guard let place = services[key.service] else { return }
    let holders = holders[place.account] ?? AccountHolders([])
    last = (key, place, holders)
    if holders.isOne { whole = debtor(holders.debtor(on: .distantFuture), key, place) }
  }

  private func debtor(
    _ cid: CustomerID?, _ key: MeasuredService, _ place: PlacedService
  ) -> Debtor {
    let kind = cid.flatMap { kinds[$0] } ?? .text("")
    return Debtor(
      place: TotalsFingerprint.Place(place.code, place.route, place.cycle, kind),
      serviceClass: TotalsFingerprint.Place(place.code, place.serviceClass, kind),
      service: TotalsFingerprint.Place(
        .integer(key.service), key.meter, cid?.datum ?? .text("")))
  }
}
