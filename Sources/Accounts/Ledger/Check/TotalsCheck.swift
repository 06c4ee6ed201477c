import Engines
import Values

/// Sums the consumption of accounts, to hold it against the totals, and finds what no meter of
/// theirs measured.
struct TotalsCheck {
  private(set) var fingerprint = TotalsFingerprint()
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  /// - Parameter holders: of the accounts.
  mutating func add(
    _ holders: [AccountNumber: AccountHolders], _ tell: (Finding) throws -> Void
  ) throws {
    let services = try services(of: holders.keys.sorted())
    let kinds = try kinds(of: holders)
    var measured: Set<Measured> = []
    var last: (place: Place, Measured)?
    for page in KeyPage.pages(of: services.keys.sorted().map { .integer($0) }) {
      try connection.read(Self.consumption, page) { row in
        let key = Measured(service: row.integer(0), meter: row.datum(1))
        var place = last.flatMap { $0.1 == key ? $0.place : nil }
        if place == nil {
          measured.insert(key)
          place = services[key.service].map { service in
            Place(service, holders[service.account], kinds)
          }
          last = place.map { ($0, key) }
        }
        guard let place else { return true }
        let toOn = row.datum(2)
        fingerprint.add(
          place.whole ?? place.place(before: toOn), toOn: toOn, unit: row.datum(3),
          estimated: row.datum(4), quantity: row.integer(5), days: row.integer(6), reads: 1)
        return true
      }
    }
    try tellStrays(measured, tell)
  }

  private func tellStrays(_ measured: Set<Measured>, _ tell: (Finding) throws -> Void) throws {
    var strays = measured
    let services = Set(measured.map(\.service)).sorted()
    for page in KeyPage.pages(of: services.map { .integer($0) }) {
      try connection.read(Self.installs, page) { row in
        strays.remove(Measured(service: row.integer(0), meter: row.datum(1)))
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

  /// What a service's totals stand under.
  private struct Service {
    let account: AccountNumber
    let code: Datum
    let route: Datum
    let cycle: Datum
  }

  /// A meter in a service.
  private struct Measured: Hashable {
    let service: Int64
    let meter: Datum

    static func < (left: Measured, right: Measured) -> Bool {
      left.service != right.service ? left.service < right.service : left.meter < right.meter
    }
  }

  /// A service with who owes it.
  private struct Place {
    /// Where the same customer owes all of it.
    let whole: TotalsFingerprint.Place?
    private let service: Service
    private let holders: AccountHolders
    private let kinds: [CustomerID: Datum]

    init(_ service: Service, _ holders: AccountHolders?, _ kinds: [CustomerID: Datum]) {
      self.service = service
      self.holders = holders ?? AccountHolders([])
      self.kinds = kinds
      whole =
        self.holders.isOne
        ? Self.place(service, self.holders.debtor(on: .distantFuture), kinds) : nil
    }

    /// - Parameter toOn: the first day that no longer counts.
    func place(before toOn: Datum) -> TotalsFingerprint.Place {
      Self.place(service, holders.debtor(on: CivilDate(toOn).adding(days: -1)), kinds)
    }

    private static func place(
      _ service: Service, _ debtor: CustomerID?, _ kinds: [CustomerID: Datum]
    ) -> TotalsFingerprint.Place {
      TotalsFingerprint.Place(
        code: service.code, route: service.route, cycle: service.cycle,
        kind: debtor.flatMap { kinds[$0] } ?? .text(""))
    }
  }

  private func services(of accounts: [AccountNumber]) throws(StoreError) -> [Int64: Service] {
    var services: [Int64: Service] = [:]
    for page in KeyPage.pages(of: accounts.map(\.datum)) {
      try connection.read(Self.services, page) { row in
        services[row.integer(0)] = Service(
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
  private static let installs = Statement(
    "SELECT service, meter FROM meter_install WHERE service IN (\(KeyPage.marks))")
  private static let kinds = Statement(
    "SELECT cid, kind FROM customer WHERE cid IN (\(KeyPage.marks))")
}

extension Store {
  /// The totals of consumption.
  /// - Parameter summed: the consumption of all accounts.
  func checkTotals(_ summed: TotalsCheck, _ tell: (Finding) throws -> Void) throws {
    guard try keptTotals() != summed.fingerprint else { return }
    try connection.each(Self.wrongTotals, []) { row in
      let words = (0...6).map { String(decoding: row.text($0), as: UTF8.self) }
      try tell(
        Finding(
          rule: .consumptionTotal, severity: .error,
          record: "consumption of " + words[0...5].filter { !$0.isEmpty }.joined(separator: " "),
          what: "the total is \(Quantity(units: row.integer(7))) of \(row.integer(9)) periods, "
            + "the rows give \(Quantity(units: row.integer(8))) of \(row.integer(10))",
          remedy: "run `ubadmin store check --rebuild totals`"))
      return true
    }
  }

  private func keptTotals() throws(StoreError) -> TotalsFingerprint {
    var fingerprint = TotalsFingerprint()
    try connection.read(Self.kept, []) { row in
      fingerprint.add(
        TotalsFingerprint.Place(
          code: row.datum(1), route: row.datum(3), cycle: row.datum(4), kind: row.datum(5)),
        toOn: row.datum(0), unit: row.datum(2), estimated: row.datum(6), quantity: row.integer(7),
        days: row.integer(8), reads: row.integer(9))
      return true
    }
    return fingerprint
  }

  private static let kept = Statement(
    "SELECT \(TotalsSQL.keys), quantity, days, reads FROM consumption_total")
  private static let wrongTotals = Statement(TotalsSQL.differences)
}
