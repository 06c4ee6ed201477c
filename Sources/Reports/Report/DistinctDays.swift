import Accounts

/// Periods of use whose days count once, also where several meters measure a service side by side:
/// their use adds up, the days do not.
struct DistinctDays {
  static let help =
    "If several meters of one service type share the same days, those days count once."

  /// What rows are summed by: names, and their SQL over `consumption c` and what is joined to it.
  private let keys: [(key: String, value: String)]
  private let dialect: any Dialect

  init(_ keys: [String: String], dialect: any Dialect) {
    self.keys = keys.sorted { $0.key < $1.key }
    self.dialect = dialect
  }

  /// Rows `c` with the keys, `quantity`, `estimated` and `days`, those that no row of the same keys before
  /// has.
  func rows(
    from source: String, where conditions: [Report.Condition]
  ) -> (sql: String, arguments: [Datum]) {
    let named = keys.map { "\($0.value) AS \($0.key)" }.joined(separator: ", ")
    let names = keys.map { "k.\($0.key)" }.joined(separator: ", ")
    let tests = conditions.map { "(\($0.sql))" }.joined(separator: " AND ")
    return (
      """
      (SELECT \(names), k.quantity, k.estimated, \
      CASE WHEN k.through IS NULL OR k.through <= k.from_on THEN \(dialect.days("k.from_on", "k.to_on")) \
      WHEN k.through >= k.to_on THEN 0 ELSE \(dialect.days("k.through", "k.to_on")) END AS days \
      FROM (SELECT w.*, MAX(w.to_on) OVER (PARTITION BY \(names.replacing("k.", with: "w.")) \
      ORDER BY w.from_on, w.to_on, w.meter ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS through \
      FROM (SELECT \(named), c.meter AS meter, c.quantity AS quantity, c.estimated AS estimated, \
      c.from_on AS from_on, c.to_on AS to_on FROM \(source) WHERE \(tests)) w) k) c
      """, conditions.flatMap(\.arguments)
    )
  }
}
