import Engines

/// The customer who owes a day, for SQL; `AccountHolders.debtor` is the same rule.
package enum DebtorSQL {
  /// A column of the customer who owed account `s.account` on the day before `c.to_on`.
  ///
  /// `held` is 0 of who is responsible on the day, 1 of who was before, 2 of who comes after. It
  /// stands in a query of its own, as SQLite knows no outer column in ORDER BY.
  package static func column(_ name: String) -> String {
    """
    SELECT \(name) FROM (SELECT u.cid, u.kind, k.role, k.from_on, k.to_on, k.account_customer, \
    CASE WHEN k.from_on >= c.to_on THEN 2 WHEN k.to_on < c.to_on THEN 1 ELSE 0 END AS held \
    FROM account_customer k JOIN customer u ON u.cid = k.cid \
    WHERE k.account = s.account AND (k.to_on IS NULL OR k.to_on > k.from_on)) h \
    ORDER BY held, CASE held WHEN 1 THEN to_on END DESC, CASE held WHEN 2 THEN from_on END, \
    CASE role WHEN 'tenant' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END, \
    to_on IS NOT NULL, to_on DESC, from_on, account_customer LIMIT 1
    """
  }
}

/// How consumption adds up to its totals.
enum TotalsSQL {
  static let keys = "to_on, code, unit, route, cycle, kind, estimated"

  /// What consumption adds, one row for each key.
  /// - Parameters:
  ///   - source: rows with the columns of consumption, and `reads`.
  ///   - sign: `-` to take it away.
  static func sums(of source: String, sign: String = "") -> String {
    """
    SELECT \(keys), CAST(\(sign)SUM(quantity) AS BIGINT) AS quantity, \
    CAST(\(sign)SUM(days) AS BIGINT) AS days, CAST(\(sign)SUM(reads) AS BIGINT) AS reads \
    FROM (SELECT c.to_on, s.code, c.unit, coalesce(l.route, '') AS route, \
    coalesce(l.cycle, '') AS cycle, coalesce((\(DebtorSQL.column("kind"))), '') AS kind, c.estimated, c.quantity, \
    c.days, c.reads FROM (\(source)) c JOIN service s ON s.service = c.service \
    JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location) x \
    GROUP BY \(keys)
    """
  }

  /// All consumption, or that of some services.
  static func stored(_ condition: String = "") -> String {
    "SELECT service, to_on, unit, estimated, quantity, days, 1 AS reads FROM consumption"
      + condition
  }

  /// Adds sums to the totals, which may not have a row for them yet.
  static func adding(_ sums: String) -> String {
    """
    INSERT INTO consumption_total (\(keys), quantity, days, reads) \(sums) ORDER BY \(keys) \
    ON CONFLICT (\(keys)) DO UPDATE SET \
    quantity = consumption_total.quantity + excluded.quantity, \
    days = consumption_total.days + excluded.days, \
    reads = consumption_total.reads + excluded.reads
    """
  }

  /// Keys of which the totals say something else than the rows, with both.
  static let differences = """
    SELECT \(keys), CAST(SUM(kept) AS BIGINT), CAST(SUM(summed) AS BIGINT), \
    CAST(SUM(kept_reads) AS BIGINT), CAST(SUM(summed_reads) AS BIGINT) FROM \
    (SELECT \(keys), quantity AS kept, 0 AS summed, days AS kept_days, 0 AS summed_days, \
    reads AS kept_reads, 0 AS summed_reads FROM consumption_total UNION ALL \
    SELECT \(keys), 0, quantity, 0, days, 0, reads FROM (\(sums(of: stored()))) r) compared \
    GROUP BY \(keys) HAVING SUM(kept) <> SUM(summed) OR SUM(kept_days) <> SUM(summed_days) \
    OR SUM(kept_reads) <> SUM(summed_reads) ORDER BY \(keys)
    """
}
