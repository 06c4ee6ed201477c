extension Migration {
  /// Consumption by day, service type, unit, route, cycle, kind of customer and whether it was
  /// estimated, for reports; filled from what is there.
  static let consumptionTotals = Migration(
    name: "consumption totals",
    sql: """
      CREATE TABLE consumption_total (
        to_on {date} NOT NULL,
        code TEXT NOT NULL,
        unit TEXT NOT NULL,
        route TEXT NOT NULL,
        cycle TEXT NOT NULL,
        kind TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        quantity BIGINT NOT NULL,
        days BIGINT NOT NULL,
        reads BIGINT NOT NULL,
        PRIMARY KEY (to_on, code, unit, route, cycle, kind, estimated)
      ){clustered};
      CREATE INDEX consumption_total_empty ON consumption_total (to_on) WHERE reads = 0;
      INSERT INTO consumption_total
        SELECT to_on, code, unit, route, cycle, kind, estimated,
          CAST(SUM(quantity) AS BIGINT), CAST(SUM(days) AS BIGINT), CAST(COUNT(*) AS BIGINT)
        FROM (
          SELECT c.to_on, s.code, c.unit, coalesce(l.route, '') AS route,
            coalesce(l.cycle, '') AS cycle,
            coalesce((
              SELECT u.kind FROM account_customer k JOIN customer u ON u.cid = k.cid
              WHERE k.account = s.account AND k.from_on < c.to_on
                AND (k.to_on IS NULL OR k.to_on >= c.to_on)
              ORDER BY k.to_on IS NOT NULL, k.to_on DESC, k.from_on, k.account_customer LIMIT 1
            ), '') AS kind, c.estimated, c.quantity, c.days
          FROM consumption c JOIN service s ON s.service = c.service
          JOIN account a ON a.account = s.account JOIN location l ON l.location = a.location) x
        GROUP BY to_on, code, unit, route, cycle, kind, estimated
      """)
}
