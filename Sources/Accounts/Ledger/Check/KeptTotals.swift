import Engines
import Values

/// The totals of consumption as the store keeps them; those of days and years also as they follow
/// from those by day and place and from those of services.
struct KeptTotals {
  private(set) var byDayAndPlace = TotalsFingerprint()
  private(set) var dayOfPlaces = TotalsFingerprint()
  private(set) var yearOfPlaces = TotalsFingerprint()
  /// The days with nothing else.
  private(set) var days = TotalsFingerprint()
  private(set) var byDay = TotalsFingerprint()
  private(set) var byYear = TotalsFingerprint()
  private(set) var yearOfServices = TotalsFingerprint()

  init(_ connection: any Connection) throws(StoreError) {
    try readPlaces(connection)
    byDay = try Self.fingerprint(Self.byDays, keys: ConsumptionByDay.table.keyCount, connection)
    byYear = try Self.fingerprint(Self.years, keys: ConsumptionByYear.table.keyCount, connection)
    yearOfServices = try Self.fingerprint(
      Self.services, keys: ConsumptionByYear.table.keyCount, connection)
  }

  /// - Parameter keys: columns before the sums: day or year, code, unit, places and kind, estimated.
  private static func fingerprint(
    _ statement: Statement, keys: Int, _ connection: any Connection
  ) throws(StoreError) -> TotalsFingerprint {
    var fingerprint = TotalsFingerprint()
    try connection.read(statement, []) { row in
      fingerprint.add(
        ConsumptionSums(row, from: keys),
        TotalsFingerprint.Place([row.datum(1)] + (3..<keys - 1).map(row.datum)), row.datum(0),
        unit: row.datum(2), estimated: row.datum(keys - 1))
      return true
    }
    return fingerprint
  }

  private mutating func readPlaces(_ connection: any Connection) throws(StoreError) {
    try connection.read(Self.places, []) { row in
      let (toOn, code, kind) = (row.datum(0), row.datum(1), row.datum(5))
      let (unit, estimated) = (row.datum(2), row.datum(6))
      let place = TotalsFingerprint.Place(code, row.datum(3), row.datum(4), kind)
      let sums = ConsumptionSums(row, from: 7)
      byDayAndPlace.add(sums, place, toOn, unit: unit, estimated: estimated)
      yearOfPlaces.add(sums, place, toOn.year, unit: unit, estimated: estimated)
      dayOfPlaces.add(
        sums, TotalsFingerprint.Place(code, kind), toOn, unit: unit, estimated: estimated)
      days.add(sums, Self.nowhere, toOn, unit: unit, estimated: estimated)
      return true
    }
  }

  /// The days of all consumption, whoever owes it and wherever it was.
  static func daysOfRows(_ connection: any Connection) throws(StoreError) -> TotalsFingerprint {
    var days = TotalsFingerprint()
    try connection.read(rows, []) { row in
      days.add(
        ConsumptionSums(quantity: row.integer(3), days: row.integer(4), reads: 1), nowhere,
        row.datum(0), unit: row.datum(1), estimated: row.datum(2))
      return true
    }
    return days
  }

  private static let nowhere = TotalsFingerprint.Place()

  private static let rows = Statement(
    "SELECT to_on, unit, estimated, quantity, days FROM consumption")
  private static let places = all(of: ConsumptionTotal.table)
  private static let byDays = all(of: ConsumptionByDay.table)
  private static let years = all(of: ConsumptionByYear.table)

  private static let services = Statement(
    """
    SELECT u.year, s.code, u.unit, coalesce(l.route, ''), coalesce(l.cycle, ''), \
    coalesce(d.kind, ''), u.estimated, u.quantity, u.days, u.reads \
    FROM consumption_by_service u JOIN service s ON s.service = u.service \
    JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location \
    LEFT JOIN customer d ON d.cid = u.cid
    """)

  private static func all(of table: Table) -> Statement {
    Statement(
      "SELECT \(table.columns.map(\.name).joined(separator: ", ")) FROM \(table.name)")
  }
}

extension Store {
  /// The totals of consumption, each table against the one that it follows from.
  /// - Parameters:
  ///   - scope: of the accounts whose rows were added up.
  ///   - summed: what was found of them.
  func checkTotals(
    _ scope: CheckScope, _ summed: TotalsCheck, _ tell: (Finding) throws -> Void
  ) throws {
    let kept = try KeptTotals(connection)
    let daysAgree =
      scope == .all
      ? kept.byDayAndPlace == summed.byDayAndPlace
      : try kept.days == KeptTotals.daysOfRows(connection)
    // Where a table is wrong, so is what was compared with it: the rows tell which it is.
    let agree: [(table: Table, Bool)] = [
      (ConsumptionByService.table, summed.servicesAgree && kept.byYear == kept.yearOfServices),
      (ConsumptionTotal.table, daysAgree && kept.byYear == kept.yearOfPlaces),
      (ConsumptionByDay.table, kept.byDay == kept.dayOfPlaces),
      (
        ConsumptionByYear.table,
        kept.byYear == kept.yearOfPlaces && kept.byYear == kept.yearOfServices
      ),
    ]
    for (table, agrees) in agree where !agrees { try tellDifferences(table, tell) }
  }

  private func tellDifferences(_ table: Table, _ tell: (Finding) throws -> Void) throws {
    let count = table.keyCount
    try connection.each(once: TotalsSQL.differences(of: table), []) { row in
      // Whether it was estimated comes last, and says little.
      let words = (0..<count - 1).map { row.datum($0).description }
      try tell(
        Finding(
          rule: .consumptionTotal, severity: .error,
          record: "consumption of " + words.filter { !$0.isEmpty }.joined(separator: " "),
          what: "the total is \(Quantity(units: row.integer(count))) of "
            + "\(row.integer(count + 2)) periods, the rows give "
            + "\(Quantity(units: row.integer(count + 1))) of \(row.integer(count + 3))",
          remedy: "run `ubadmin store check --rebuild totals`"))
      return true
    }
  }
}
