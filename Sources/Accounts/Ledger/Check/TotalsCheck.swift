import Engines
import Values

/// Sums consumption as a check goes over it, to hold it against the totals.
struct TotalsCheck {
  private(set) var fingerprint = TotalsFingerprint()
  /// Of consumption.
  private(set) var periods: Int64 = 0
  private let connection: any Connection
  private let rows: KeyedRows

  init(_ connection: any Connection) {
    self.connection = connection
    rows = KeyedRows(connection)
  }

  /// - Parameter consumption: of meters that are looked at together.
  mutating func add(_ consumption: [Row<Consumption>]) throws(StoreError) {
    periods += Int64(consumption.count)
    let places = try places(of: Set(consumption.map { $0[Consumption.service] }))
    let holders = try holders(of: Set(places.values.map(\.account)))
    let kinds = try kinds(of: holders)
    for period in consumption {
      guard let place = places[period[Consumption.service]] else { continue }
      // The last day that counts.
      let day = period[Consumption.toOn].adding(days: -1)
      let debtor = holders[place.account].flatMap { $0.debtor(on: day) }
      fingerprint.add(
        TotalsFingerprint.Key(
          toOn: period.values[Consumption.toOn.index], code: place.code,
          unit: period.values[Consumption.unit.index], route: place.route, cycle: place.cycle,
          kind: debtor.flatMap { kinds[$0] } ?? .text(""),
          estimated: period.values[Consumption.isEstimated.index]),
        quantity: period[Consumption.quantity].units, days: Int64(period[Consumption.days]),
        reads: 1)
    }
  }

  /// What a service's totals stand under.
  private struct Place {
    let account: AccountNumber
    let code: Datum
    let route: Datum
    let cycle: Datum
  }

  private func places(of services: Set<Int64>) throws(StoreError) -> [Int64: Place] {
    var places: [Int64: Place] = [:]
    for page in KeyPage.pages(of: services.sorted().map { .integer($0) }) {
      try connection.read(Self.places, page) { row in
        places[row.integer(0)] = Place(
          account: AccountNumber(row.datum(1)), code: row.datum(2), route: row.datum(3),
          cycle: row.datum(4))
        return true
      }
    }
    return places
  }

  private func holders(
    of accounts: Set<AccountNumber>
  ) throws(StoreError) -> [AccountNumber: AccountHolders] {
    try rows.by(AccountCustomer.account, accounts.sorted()).mapValues(AccountHolders.init)
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

  private static let places = Statement(
    "SELECT s.service, s.account, s.code, coalesce(l.route, ''), coalesce(l.cycle, '') "
      + "FROM service s JOIN account a ON a.account = s.account "
      + "JOIN location l ON l.location = a.location WHERE s.service IN (\(KeyPage.marks))")
  private static let kinds = Statement(
    "SELECT cid, kind FROM customer WHERE cid IN (\(KeyPage.marks))")
}

extension Store {
  /// The totals of consumption, and consumption of meters that are not in its services.
  /// - Parameter summed: the consumption of all meters in their services.
  func checkConsumption(_ summed: TotalsCheck, _ tell: (Finding) throws -> Void) throws {
    let periods = try connection.first(Self.periods) { $0.integer(0) } ?? 0
    let isWhole = periods == summed.periods
    if !isWhole { try checkStrays(tell) }
    if try !isWhole || keptTotals() != summed.fingerprint { try checkTotals(tell) }
  }

  private func keptTotals() throws(StoreError) -> TotalsFingerprint {
    var fingerprint = TotalsFingerprint()
    try connection.read(Self.kept, []) { row in
      fingerprint.add(
        TotalsFingerprint.Key(
          toOn: row.datum(0), code: row.datum(1), unit: row.datum(2), route: row.datum(3),
          cycle: row.datum(4), kind: row.datum(5), estimated: row.datum(6)),
        quantity: row.integer(7), days: row.integer(8), reads: row.integer(9))
      return true
    }
    return fingerprint
  }

  private func checkStrays(_ tell: (Finding) throws -> Void) throws {
    try connection.each(Self.strays, []) { row in
      let meter = String(decoding: row.text(1), as: UTF8.self)
      try tell(
        Finding(
          rule: .consumptionStray, severity: .error, record: "service \(row.integer(0))",
          what: "consumption of meter \(meter), which never was in the service",
          remedy: "see `meter show \(meter)`"))
      return true
    }
  }

  private func checkTotals(_ tell: (Finding) throws -> Void) throws {
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

  private static let periods = Statement("SELECT count(*) FROM consumption")
  private static let kept = Statement(
    "SELECT \(TotalsSQL.keys), quantity, days, reads FROM consumption_total")
  private static let wrongTotals = Statement(TotalsSQL.differences)
  private static let strays = Statement(
    """
    SELECT u.service, u.meter FROM \
    (SELECT DISTINCT service, meter FROM consumption) u \
    LEFT JOIN meter_install i ON i.service = u.service AND i.meter = u.meter \
    WHERE i.meter IS NULL ORDER BY u.service, u.meter
    """)
}
