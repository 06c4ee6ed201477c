import Engines
import Values

/// The customer who owes a day, for SQL; `AccountHolders.debtor` is the same rule.
package enum DebtorSQL {
  /// The CID of the customer who owed account `s.account` on the day before `c.to_on`.
  ///
  /// `held` is 0 of who is responsible on the day, 1 of who was before, 2 of who comes after. It
  /// stands in a query of its own, as SQLite knows no outer column in ORDER BY.
  package static let cid = """
    SELECT cid FROM (SELECT k.cid, k.role, k.from_on, k.to_on, k.account_customer, \
    CASE WHEN k.from_on >= c.to_on THEN 2 WHEN k.to_on < c.to_on THEN 1 ELSE 0 END AS held \
    FROM account_customer k \
    WHERE k.account = s.account AND \(DayInterval.sql(isOpenOn: "k.from_on", of: "k"))) h \
    ORDER BY held, CASE held WHEN 1 THEN to_on END DESC, CASE held WHEN 2 THEN from_on END, \
    CASE role WHEN \(ResponsibilityRole.tenant.sql) THEN 0 \
    WHEN \(ResponsibilityRole.owner.sql) THEN 1 ELSE 2 END, \
    to_on IS NOT NULL, to_on DESC, from_on, account_customer LIMIT 1
    """
}

/// How consumption adds up to its totals.
enum TotalsSQL {
  /// What a table sums by.
  static func keys(of table: Table) -> [String] {
    table.columns[0..<table.keyCount].map(\.name)
  }

  /// What a table sums.
  static let sums = ["quantity", "days", "reads"]

  /// The columns of `details`: all keys of all tables, then what is summed.
  static let details =
    [
      "service", "to_on", "year", "month", "meter", "code", "class", "unit", "route", "cycle",
      "cid", "kind", "estimated",
    ] + sums

  /// Consumption with all that a total is kept by.
  /// - Parameter source: rows with the columns of consumption, and `reads`.
  static func details(of source: String) -> String {
    """
    SELECT c.service, c.to_on, substr(CAST(c.to_on AS TEXT), 1, 4) AS year, \
    substr(CAST(c.to_on AS TEXT), 1, 7) AS month, c.meter, s.code, coalesce(s.class, '') AS class, c.unit, \
    coalesce(l.route, '') AS route, coalesce(l.cycle, '') AS cycle, coalesce(d.cid, '') AS cid, \
    coalesce(d.kind, '') AS kind, c.estimated, c.quantity, c.days, c.reads \
    FROM (\(source)) c JOIN service s ON s.service = c.service \
    JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location \
    LEFT JOIN customer d ON d.cid = (\(DebtorSQL.cid))
    """
  }

  /// Services with the part of `details` that is the same for all their consumption, the customer who owes
  /// their last days, and the day after which the responsible customers do not change.
  static func places(dateType: String, _ condition: String) -> String {
    """
    SELECT s.service, s.code, coalesce(s.class, ''), coalesce(l.route, ''), coalesce(l.cycle, ''), \
    coalesce(d.kind, ''), coalesce(d.cid, ''), \
    (SELECT MAX(CASE WHEN k.to_on > k.from_on THEN k.to_on ELSE k.from_on END) \
    FROM account_customer k WHERE k.account = s.account) \
    FROM service s CROSS JOIN (SELECT CAST('2999-12-31' AS \(dateType)) AS to_on) c \
    JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location \
    LEFT JOIN customer d ON d.cid = (\(DebtorSQL.cid)) WHERE \(condition)
    """
  }

  /// All consumption, or that of some services.
  static func stored(_ condition: String = "") -> String {
    "SELECT service, to_on, meter, unit, estimated, quantity, days, 1 AS reads FROM consumption"
      + condition
  }

  /// What the rows of a table should be.
  static func rows(of table: Table) -> String {
    let keys = keys(of: table).joined(separator: ", ")
    let sums = sums.map { "CAST(SUM(\($0)) AS BIGINT) AS \($0)" }.joined(separator: ", ")
    return "SELECT \(keys), \(sums) FROM (\(details(of: stored()))) x GROUP BY \(keys)"
  }

  /// Adds so many rows of sums, given as arguments, to a table, which may not have them yet.
  static func adding(to table: Table, rows count: Int) -> String {
    let columns = table.columns.map(\.name)
    let row = "(" + Array(repeating: "?", count: columns.count).joined(separator: ", ") + ")"
    let sums = sums.map { "\($0) = \(table.name).\($0) + excluded.\($0)" }
    return """
      INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) \
      VALUES \(Array(repeating: row, count: count).joined(separator: ", ")) \
      ON CONFLICT (\(keys(of: table).joined(separator: ", "))) \
      DO UPDATE SET \(sums.joined(separator: ", "))
      """
  }

  /// Keys of which a table says something else than the rows, with both quantities and numbers of
  /// reads.
  static func differences(of table: Table) -> String {
    let keys = keys(of: table).joined(separator: ", ")
    return """
      SELECT \(keys), CAST(SUM(kept) AS BIGINT), CAST(SUM(summed) AS BIGINT), \
      CAST(SUM(kept_reads) AS BIGINT), CAST(SUM(summed_reads) AS BIGINT) FROM \
      (SELECT \(keys), quantity AS kept, 0 AS summed, days AS kept_days, 0 AS summed_days, \
      reads AS kept_reads, 0 AS summed_reads FROM \(table.name) UNION ALL \
      SELECT \(keys), 0, quantity, 0, days, 0, reads FROM (\(rows(of: table))) r) compared \
      GROUP BY \(keys) HAVING SUM(kept) <> SUM(summed) OR SUM(kept_days) <> SUM(summed_days) \
      OR SUM(kept_reads) <> SUM(summed_reads) ORDER BY \(keys)
      """
  }
}
