import Accounts

/// Consumption split by days: a row for each part of a period that lies in a window, and with `byMonth` in
/// one month.
///
/// A part has the use up to its end less that up to its beginning, each cut to the thousandth, so that the
/// parts of a period add up to it exactly. The part that ends with the period counts as its read.
struct ProratedConsumption {
  private let windows: String
  private let byMonth: Bool
  private let dialect: any Dialect

  /// - Parameter windows: their days, the last one included; nil if they have no end.
  init(
    windows: [(back: Int, from: CivilDate?, to: CivilDate?)], byMonth: Bool, _ dialect: any Dialect
  ) {
    func date(_ day: CivilDate?) -> String {
      "CAST(\(day.map { "'\($0)'" } ?? "NULL") AS \(dialect.dateType))"
    }
    let filled = windows.filter { window in
      guard let from = window.from, let to = window.to else { return true }
      return from <= to
    }
    self.windows = filled.map { back, from, to in
      """
      SELECT \(back) AS back, \(date(from)) AS first, \(date(to?.adding(days: 1))) AS next
      """
    }.joined(separator: " UNION ALL ")
    self.byMonth = byMonth
    self.dialect = dialect
  }

  /// - Parameter tests: conditions on `consumption c` and `service s`.
  func sql(_ tests: [String]) -> String {
    let kept = ["service", "meter", "unit", "estimated", "quantity", "days", "from_on", "to_on"]
    func columns(_ source: String) -> String {
      kept.map { "\(source).\($0)" }.joined(separator: ", ")
    }
    let inWindow = [
      "y.first IS NULL OR c.to_on > y.first OR c.from_on = y.first",
      "y.next IS NULL OR c.from_on < y.next",
    ].map { "(\($0))" }
    return """
      WITH RECURSIVE part(\(kept.joined(separator: ", ")), back, first, next, last) AS (\
      SELECT \(columns("w")), w.back, w.first, \(end("w.first", "w.last")), w.last FROM (\
      SELECT \(columns("c")), y.back, \
      CASE WHEN y.first > c.from_on THEN y.first ELSE c.from_on END AS first, \
      CASE WHEN y.next < c.to_on THEN y.next ELSE c.to_on END AS last \
      FROM (\(windows)) y CROSS JOIN consumption c JOIN service s ON s.service = c.service \
      WHERE \((inWindow + tests).joined(separator: " AND "))) w \
      UNION ALL SELECT \(columns("p")), p.back, p.next, \(end("p.next", "p.last")), p.last \
      FROM part p WHERE p.next < p.last) \
      SELECT p.service, p.meter, p.unit, p.estimated, p.to_on, p.back, p.first AS day, \
      \(dialect.days("p.first", "p.next")) AS days, CASE WHEN p.days = 0 THEN p.quantity \
      ELSE \(use(upTo: "p.next")) - \(use(upTo: "p.first")) END AS quantity, \
      CASE WHEN p.next = p.to_on THEN 1 ELSE 0 END AS reads FROM part p
      """
  }

  /// The end of the part that begins on a day.
  private func end(_ first: String, _ last: String) -> String {
    guard byMonth else { return last }
    let next = dialect.monthAfter(first)
    return "CASE WHEN \(next) < \(last) THEN \(next) ELSE \(last) END"
  }

  private func use(upTo day: String) -> String {
    "p.quantity * \(dialect.days("p.from_on", day)) / NULLIF(p.days, 0)"
  }
}
