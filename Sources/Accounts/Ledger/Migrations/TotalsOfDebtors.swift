extension Migration {
  /// The kind of customer in the totals of consumption is that of who owed the day: a tenant before
  /// an owner, and on days on which nobody was responsible whoever was before, else who came after.
  static let totalsOfDebtors = Migration(
    name: "totals of debtors",
    sql: """
      DELETE FROM consumption_total;
      INSERT INTO consumption_total
        SELECT to_on, code, unit, route, cycle, kind, estimated,
          CAST(SUM(quantity) AS BIGINT), CAST(SUM(days) AS BIGINT), CAST(COUNT(*) AS BIGINT)
        FROM (
          SELECT c.to_on, s.code, c.unit, coalesce(l.route, '') AS route,
            coalesce(l.cycle, '') AS cycle,
            coalesce((
              SELECT kind FROM (
                SELECT u.kind, k.role, k.from_on, k.to_on, k.account_customer,
                  CASE WHEN k.from_on >= c.to_on THEN 2 WHEN k.to_on < c.to_on THEN 1 ELSE 0 END
                  AS held
                FROM account_customer k JOIN customer u ON u.cid = k.cid
                WHERE k.account = s.account AND (k.to_on IS NULL OR k.to_on > k.from_on)) h
              ORDER BY held, CASE held WHEN 1 THEN to_on END DESC,
                CASE held WHEN 2 THEN from_on END,
                CASE role WHEN 'tenant' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END,
                to_on IS NOT NULL, to_on DESC, from_on, account_customer LIMIT 1
            ), '') AS kind, c.estimated, c.quantity, c.days
          FROM consumption c JOIN service s ON s.service = c.service
          JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location) x
        GROUP BY to_on, code, unit, route, cycle, kind, estimated
      """)
}
