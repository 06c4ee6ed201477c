import Engines
import Values

/// The totals of consumption as the store keeps them; those of days, months and years also as they follow
/// from those by day and place, and those of years and classes from those of services.
struct KeptTotals {
  private(set) var byDayAndPlace = TotalsFingerprint()
  private(set) var dayOfPlaces = TotalsFingerprint()
  private(set) var monthOfPlaces = TotalsFingerprint()
  private(set) var yearOfPlaces = TotalsFingerprint()
  /// The days with nothing else.
  private(set) var days = TotalsFingerprint()
  private(set) var byDay = TotalsFingerprint()
  private(set) var byMonth = TotalsFingerprint()
  private(set) var byClass = TotalsFingerprint()
  /// Without the class.
  private(set) var dayOfClasses = TotalsFingerprint()
  private(set) var classesOfYear = TotalsFingerprint()
  private(set) var byYear = TotalsFingerprint()
  private(set) var yearOfServices = TotalsFingerprint()
  private(set) var classesOfServices = TotalsFingerprint()

  init(_ connection: any Connection) throws(StoreError) {
    try readPlaces(connection)
    try readMonths(connection)
    try readClasses(connection)
    try readServices(connection)
    byDay = try Self.fingerprint(ConsumptionByDay.table, connection)
    byYear = try Self.fingerprint(ConsumptionByYear.table, connection)
  }

  /// Of a table by day or year, code, unit, places and kind, and estimated.
  private static func fingerprint(
    _ table: Table, _ connection: any Connection
  ) throws(StoreError) -> TotalsFingerprint {
    var fingerprint = TotalsFingerprint()
    let keys = table.keyCount
    try connection.read(all(of: table), []) { row in
      fingerprint.add(
        ConsumptionSums(row, from: keys),
        TotalsFingerprint.Place([row.datum(1)] + (3..<keys - 1).map(row.datum)), row.datum(0),
        unit: row.datum(2), estimated: row.datum(keys - 1))
      return true
    }
    return fingerprint
  }

  private mutating func readMonths(_ connection: any Connection) throws(StoreError) {
    try connection.read(Self.months, []) { row in
      byMonth.add(
        ConsumptionSums(row, from: 7),
        TotalsFingerprint.Place(row.datum(3), row.datum(1), row.datum(4), row.datum(5)),
        row.datum(0), unit: row.datum(2), estimated: row.datum(6))
      return true
    }
  }

  private mutating func readClasses(_ connection: any Connection) throws(StoreError) {
    try connection.read(Self.classes, []) { row in
      let (toOn, code, kind) = (row.datum(0), row.datum(3), row.datum(4))
      let (unit, estimated) = (row.datum(2), row.datum(5))
      let place = TotalsFingerprint.Place(code, row.datum(1), kind)
      let sums = ConsumptionSums(row, from: 6)
      byClass.add(sums, place, toOn, unit: unit, estimated: estimated)
      classesOfYear.add(sums, place, toOn.year, unit: unit, estimated: estimated)
      dayOfClasses.add(
        sums, TotalsFingerprint.Place(code, kind), toOn, unit: unit, estimated: estimated)
      return true
    }
  }

  private mutating func readServices(_ connection: any Connection) throws(StoreError) {
    try connection.read(Self.services, []) { row in
      let (year, code, kind) = (row.datum(0), row.datum(1), row.datum(6))
      let (unit, estimated) = (row.datum(3), row.datum(7))
      let sums = ConsumptionSums(row, from: 8)
      yearOfServices.add(
        sums, TotalsFingerprint.Place(code, row.datum(4), row.datum(5), kind), year, unit: unit,
        estimated: estimated)
      classesOfServices.add(
        sums, TotalsFingerprint.Place(code, row.datum(2), kind), year, unit: unit,
        estimated: estimated)
      return true
    }
  }

  private mutating func readPlaces(_ connection: any Connection) throws(StoreError) {
    try connection.read(Self.places, []) { row in
      let (toOn, code, kind) = (row.datum(0), row.datum(1), row.datum(5))
      let (unit, estimated) = (row.datum(2), row.datum(6))
      let place = TotalsFingerprint.Place(code, row.datum(3), row.datum(4), kind)
      let sums = ConsumptionSums(row, from: 7)
      byDayAndPlace.add(sums, place, toOn, unit: unit, estimated: estimated)
      monthOfPlaces.add(sums, place, toOn.month, unit: unit, estimated: estimated)
      yearOfPlaces.add(sums, place, toOn.year, unit: unit, estimated: estimated)
      dayOfPlaces.add(
        sums, TotalsFingerprint.Place(code, kind), toOn, unit: unit, estimated: estimated)
      days.add(sums, Self.nowhere, toOn, unit: unit, estimated: estimated)
      return true
    }
  }

  /// The days of all consumption, of all customers and places.
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
  private static let months = all(of: ConsumptionByMonth.table)
  private static let classes = all(of: ConsumptionByClass.table)

  private static let services = Statement(
    """
    SELECT u.year, s.code, coalesce(s.class, ''), u.unit, coalesce(l.route, ''), coalesce(l.cycle, ''), \
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
