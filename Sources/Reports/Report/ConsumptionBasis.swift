import Accounts

/// The days on which the use of a period counts.
package enum ConsumptionBasis: String, Choice {
  package static let valueName = "basis"
  /// On the day of the read that ends the period.
  case read
  /// On the day of the bill that took the read in; what none did, on the day of the read.
  case billed
  /// Split over the days of the period, from the day of the read before up to the day before the read.
  case prorated

  /// The same sums from less: periods that nothing parts need not be split.
  func needed(
    by groups: [ConsumptionGroup], _ filter: ConsumptionFilter, _ form: ConsumptionForm
  ) -> ConsumptionBasis {
    let isWhole =
      filter.from == nil && filter.to == nil && !form.comparesLastYear
      && !groups.contains(where: \.isOfTime)
    return self == .prorated && isWhole ? .read : self
  }

  /// The day on which a row of `c` counts.
  var day: String {
    switch self {
    case .read: "c.to_on"
    case .billed: "coalesce(c.billed_on, c.to_on)"
    case .prorated: "c.day"
    }
  }

  /// What no bill took in yet, of a row of `c`.
  static let unbilled = "CASE WHEN c.billed_on IS NULL THEN c.quantity ELSE 0 END"

  /// Rows with the columns of consumption: all of it, or with another basis than the read what the filter
  /// leaves, whatever its days.
  func rows(
    _ filter: ConsumptionFilter, _ years: ConsumptionYears, _ form: ConsumptionForm,
    byMonth: Bool, _ dialect: any Dialect
  ) -> (sql: String, arguments: [Datum]) {
    let places = filter.placeConditions()
    let arguments = places.flatMap(\.arguments)
    let tests = places.map { "(\($0.sql))" }
    return switch self {
    case .read: ("consumption", [])
    case .billed: ("(\(Self.billed(tests, form, dialect)))", arguments)
    case .prorated:
      (
        "(\(ProratedConsumption(windows: years.windows(filter), byMonth: byMonth, dialect).sql(tests)))",
        arguments
      )
    }
  }

  /// Whether a bill counts: on an earlier day it was not voided yet, or not made.
  private static func counted(_ form: ConsumptionForm) -> String {
    guard let day = form.billedUpTo else { return "b.voided_on IS NULL" }
    return "b.billed_on <= '\(day)' AND (b.voided_on IS NULL OR b.voided_on > '\(day)')"
  }

  /// A bill takes a read in with a line of the service whose period overlaps the read's and ends on the day
  /// before the read or later. Without a period the bill's day tells, without a service the account. The first
  /// one counts, if it is due at most so many days after the read as a bill's period may have: else a read from
  /// before the first bill would be held against all of them.
  private static func billed(
    _ tests: [String], _ form: ConsumptionForm, _ dialect: any Dialect
  ) -> String {
    let hasPeriod = """
      \(dialect.days("l.to_on", "c.to_on")) <= 1 AND (l.from_on IS NULL OR l.from_on < c.to_on)
      """
    let columns = "service, meter, unit, estimated, quantity, days, to_on"
    let stored = columns.split(separator: ", ").map { "c.\($0)" }.joined(separator: ", ")
    let none = columns.split(separator: ", ").map { _ in "NULL" }.joined(separator: ", ")
    let narrowed = tests.isEmpty ? "" : " WHERE " + tests.joined(separator: " AND ")
    // With a second arm SQLite works out each bill once, not wherever its day is named.
    return """
      SELECT \(stored), (SELECT b.billed_on FROM bill b JOIN bill_line l ON l.bill = b.bill \
      WHERE b.account = s.account AND b.due_on >= c.from_on \
      AND b.due_on <= \(dialect.day("c.to_on", plus: "\(form.longestBill)")) AND \(counted(form)) \
      AND (l.code = s.code OR l.code IS NULL) AND CASE WHEN l.to_on IS NULL \
      THEN b.billed_on >= c.to_on ELSE \(hasPeriod) END \
      ORDER BY b.due_on, b.bill LIMIT 1) AS billed_on \
      FROM consumption c JOIN service s ON s.service = c.service\(narrowed) \
      UNION ALL SELECT \(none), NULL WHERE 1 = 0
      """
  }
}
