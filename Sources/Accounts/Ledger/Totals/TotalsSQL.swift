import Engines

/// The customer who owes a day, for SQL; `AccountHolders.debtor` is the same rule.
package enum DebtorSQL {
  /// A column of the customer `u` who owed account `s.account` on the day before `c.to_on`.
  package static func column(_ name: String) -> String {
    """
    SELECT \(name) FROM account_customer k JOIN customer u ON u.cid = k.cid \
    WHERE k.account = s.account AND k.from_on < c.to_on \
    AND (k.to_on IS NULL OR k.to_on >= c.to_on) \
    ORDER BY k.to_on IS NOT NULL, k.to_on DESC, k.from_on, k.account_customer LIMIT 1
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
    coalesce(l.cycle, '') AS cycle, coalesce((\(DebtorSQL.column("u.kind"))), '') AS kind, c.estimated, c.quantity, \
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

  /// The key of each period and what it adds, in no order.
  ///
  /// Where a service is and whose it is if its account had one customer are looked up once for each
  /// service; only the others' customers are looked up for each period.
  static let periods = """
    WITH place AS MATERIALIZED (SELECT s.service, s.account, s.code, \
    coalesce(l.route, '') AS route, coalesce(l.cycle, '') AS cycle, \
    h.customers, h.kind, h.from_on, h.to_on FROM service s \
    JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location \
    LEFT JOIN (SELECT k.account, COUNT(*) AS customers, MIN(u.kind) AS kind, \
    MIN(k.from_on) AS from_on, MIN(k.to_on) AS to_on FROM account_customer k \
    JOIN customer u ON u.cid = k.cid GROUP BY k.account) h ON h.account = s.account) \
    SELECT c.to_on, s.code, c.unit, s.route, s.cycle, CASE WHEN s.customers = 1 THEN \
    CASE WHEN s.from_on < c.to_on AND (s.to_on IS NULL OR s.to_on >= c.to_on) \
    THEN s.kind ELSE '' END ELSE coalesce((\(DebtorSQL.column("u.kind"))), '') END, \
    c.estimated, c.quantity, c.days, 1 FROM place s \
    CROSS JOIN consumption c WHERE c.service = s.service
    """
  static let kept = "SELECT \(keys), quantity, days, reads FROM consumption_total"

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
