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
    let places = filter.placeConditions() + filter.readConditions()
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
  private static func counted(_ bill: String, _ form: ConsumptionForm) -> String {
    guard let day = form.billedUpTo else { return "\(bill).voided_on IS NULL" }
    return
      "\(bill).billed_on <= '\(day)' AND (\(bill).voided_on IS NULL OR \(bill).voided_on > '\(day)')"
  }

  /// A bill takes a read in with a line of the service whose period overlaps the read's and ends on the day
  /// before the read or later. Without a period the bill's day tells. The first bill counts, if it is due at most so
  /// many days after the read as a bill's period may have: else a read from before the first bill would be held
  /// against all of them.
  private static func billed(
    _ tests: [String], _ form: ConsumptionForm, _ dialect: any Dialect
  ) -> String {
    let columns = "service, meter, unit, estimated, quantity, days, to_on"
    let stored = columns.split(separator: ", ").map { "c.\($0)" }.joined(separator: ", ")
    let none = columns.split(separator: ", ").map { _ in "NULL" }.joined(separator: ", ")
    let narrowed = tests.isEmpty ? "" : " WHERE " + tests.joined(separator: " AND ")
    let ofService = firstBill("l.code = s.code", sinceLastBill: "", form, dialect)
    let ofAccount = firstBill(
      "l.code IS NULL AND \(isForUsage("b"))",
      sinceLastBill: """
         AND NOT EXISTS (SELECT 1 FROM bill e WHERE e.account = b.account AND e.billed_on >= c.to_on \
        AND e.billed_on < b.billed_on AND \(counted("e", form)) AND \(isForUsage("e")))
        """, form, dialect)
    // With a second arm SQLite works out each bill once, not wherever its day is named.
    return """
      SELECT \(stored), coalesce(\(ofService), \
      CASE WHEN NOT \(namesServices(form)) THEN \(ofAccount) END) AS billed_on \
      FROM consumption c JOIN service s ON s.service = c.service\(narrowed) \
      UNION ALL SELECT \(none), NULL WHERE 1 = 0
      """
  }

  /// - Parameter sinceLastBill: what is asked besides of a line without a period.
  private static func firstBill(
    _ line: String, sinceLastBill: String, _ form: ConsumptionForm, _ dialect: any Dialect
  ) -> String {
    """
    (SELECT b.billed_on FROM bill b JOIN bill_line l ON l.bill = b.bill \
    WHERE b.account = s.account AND b.due_on >= c.from_on \
    AND b.due_on <= \(dialect.day("c.to_on", plus: "\(form.longestBill)")) \
    AND \(counted("b", form)) AND b.cid IS NULL AND l.amount >= 0 AND \(line) \
    AND CASE WHEN l.to_on IS NULL THEN b.billed_on >= c.to_on\(sinceLastBill) \
    ELSE \(dialect.days("l.to_on", "c.to_on")) <= 1 AND (l.from_on IS NULL OR l.from_on < c.to_on) END \
    ORDER BY b.due_on, b.bill LIMIT 1)
    """
  }

  /// That lines of the account say what they charge for: one that does not is a fee or a correction then.
  private static func namesServices(_ form: ConsumptionForm) -> String {
    """
    EXISTS (SELECT 1 FROM bill n JOIN bill_line m ON m.bill = n.bill \
    WHERE n.account = s.account AND m.code IS NOT NULL AND \(counted("n", form)))
    """
  }

  /// That a bill without services may charge for usage: it is neither a credit nor a transferred balance.
  private static func isForUsage(_ bill: String) -> String {
    "\(bill).total >= 0 AND NOT \(TransferredPart.isTransfer(bill))"
  }
}
