import Engines
import Values

/// Holds the consumption of accounts against the totals of their services, and these against the
/// totals of years; finds what no meter of theirs measured.
struct TotalsCheck {
  /// Of the accounts whose rows were added up.
  private(set) var byDayAndPlace = TotalsFingerprint()
  /// As they follow from those of services.
  private(set) var yearOfServices = TotalsFingerprint()
  /// Whether the totals of services are the sums of their rows, as far as these were looked at.
  private(set) var servicesAgree = true
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  /// - Parameters:
  ///   - holders: of the accounts.
  ///   - readsRows: whether their consumption is added up.
  mutating func add(
    _ holders: [AccountNumber: AccountHolders], readsRows: Bool, _ tell: (Finding) throws -> Void
  ) throws {
    let services = try services(of: holders.keys.sorted())
    let kinds = try kinds(of: holders)
    let kept = try kept(services, kinds)
    guard readsRows else { return }
    let places = PlacesOfMeters(services, holders, kinds)
    var summed = TotalsFingerprint()
    for page in KeyPage.pages(of: services.keys.sorted().map { .integer($0) }) {
      try connection.read(Self.consumption, page) { row in
        let key = MeasuredService(service: row.integer(0), meter: row.datum(1))
        let toOn = row.datum(2)
        guard let debtor = places.debtor(of: key, before: toOn) else { return true }
        let (unit, estimated) = (row.datum(3), row.datum(4))
        let sums = TotalsFingerprint.Sums(quantity: row.integer(5), days: row.integer(6), reads: 1)
        byDayAndPlace.add(sums, debtor.place, toOn, unit: unit, estimated: estimated)
        summed.add(sums, debtor.service, toOn.year, unit: unit, estimated: estimated)
        return true
      }
    }
    if summed != kept { servicesAgree = false }
    try tellStrays(places.measured, tell)
  }

  /// The totals that are kept of services.
  private mutating func kept(
    _ services: [Int64: PlacedService], _ kinds: [CustomerID: Datum]
  ) throws(StoreError) -> TotalsFingerprint {
    var kept = TotalsFingerprint()
    for page in KeyPage.pages(of: services.keys.sorted().map { .integer($0) }) {
      try connection.read(Self.keptOfServices, page) { row in
        let (service, year, cid) = (row.integer(0), row.datum(1), row.datum(4))
        let (unit, estimated) = (row.datum(3), row.datum(5))
        let sums = TotalsFingerprint.Sums(
          quantity: row.integer(6), days: row.integer(7), reads: row.integer(8))
        kept.add(
          sums, TotalsFingerprint.Place(.integer(service), row.datum(2), cid), year, unit: unit,
          estimated: estimated)
        if let place = services[service] {
          let kind = kinds[CustomerID(cid)] ?? .text("")
          yearOfServices.add(
            sums, TotalsFingerprint.Place(place.code, place.route, place.cycle, kind), year,
            unit: unit, estimated: estimated)
        }
        return true
      }
    }
    return kept
  }

  private func tellStrays(_ measured: Set<MeasuredService>, _ tell: (Finding) throws -> Void) throws
  {
    var strays = measured
    let services = Set(measured.map(\.service)).sorted()
    for page in KeyPage.pages(of: services.map { .integer($0) }) {
      try connection.read(Self.installs, page) { row in
        strays.remove(MeasuredService(service: row.integer(0), meter: row.datum(1)))
        return true
      }
    }
    for stray in strays.sorted(by: <) {
      try tell(
        Finding(
          rule: .consumptionStray, severity: .error, record: "service \(stray.service)",
          what: "consumption of meter \(stray.meter), which never was in the service",
          remedy: "see `meter show \(stray.meter)`"))
    }
  }

  private func services(of accounts: [AccountNumber]) throws(StoreError) -> [Int64: PlacedService] {
    var services: [Int64: PlacedService] = [:]
    for page in KeyPage.pages(of: accounts.map(\.datum)) {
      try connection.read(Self.services, page) { row in
        services[row.integer(0)] = PlacedService(
          account: AccountNumber(row.datum(1)), code: row.datum(2), route: row.datum(3),
          cycle: row.datum(4))
        return true
      }
    }
    return services
  }

  private func kinds(
    of holders: [AccountNumber: AccountHolders]
  ) throws(StoreError) -> [CustomerID: Datum] {
    var kinds: [CustomerID: Datum] = [:]
    let customers = Set(holders.values.flatMap(\.customers))
    for page in KeyPage.pages(of: customers.sorted().map(\.datum)) {
      try connection.read(Self.kinds, page) { row in
        kinds[CustomerID(row.datum(0))] = row.datum(1)
        return true
      }
    }
    return kinds
  }

  private static let services = Statement(
    "SELECT s.service, s.account, s.code, coalesce(l.route, ''), coalesce(l.cycle, '') "
      + "FROM service s JOIN account a ON a.account = s.account "
      + "JOIN location l ON l.location = a.location WHERE s.account IN (\(KeyPage.marks))")
  private static let consumption = Statement(
    "SELECT service, meter, to_on, unit, estimated, quantity, days FROM consumption "
      + "WHERE service IN (\(KeyPage.marks))")
  private static let keptOfServices = Statement(
    "SELECT \(ConsumptionByService.table.columns.map(\.name).joined(separator: ", ")) "
      + "FROM consumption_by_service WHERE service IN (\(KeyPage.marks))")
  private static let installs = Statement(
    "SELECT service, meter FROM meter_install WHERE service IN (\(KeyPage.marks))")
  private static let kinds = Statement(
    "SELECT cid, kind FROM customer WHERE cid IN (\(KeyPage.marks))")
}
