extension Migration {
  /// Consumption by month with places, and by day and class of the service without them, so that months of
  /// routes and classes need few rows in a large city; filled from what is there.
  static let totalsByMonth = Migration(
    name: "totals by month",
    sql: """
      CREATE TABLE consumption_by_month (
        month TEXT NOT NULL,
        route TEXT NOT NULL,
        unit TEXT NOT NULL,
        code TEXT NOT NULL,
        cycle TEXT NOT NULL,
        kind TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        quantity BIGINT NOT NULL,
        days BIGINT NOT NULL,
        reads BIGINT NOT NULL,
        PRIMARY KEY (month, route, unit, code, cycle, kind, estimated)
      ){clustered};
      CREATE INDEX consumption_by_month_empty ON consumption_by_month (month) WHERE reads = 0;
      CREATE TABLE consumption_by_class (
        to_on {date} NOT NULL,
        class TEXT NOT NULL,
        unit TEXT NOT NULL,
        code TEXT NOT NULL,
        kind TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        quantity BIGINT NOT NULL,
        days BIGINT NOT NULL,
        reads BIGINT NOT NULL,
        PRIMARY KEY (to_on, class, unit, code, kind, estimated)
      ){clustered};
      CREATE INDEX consumption_by_class_empty ON consumption_by_class (to_on) WHERE reads = 0;
      INSERT INTO consumption_by_month
        SELECT month, route, unit, code, cycle, kind, estimated, CAST(SUM(quantity) AS BIGINT),
          CAST(SUM(days) AS BIGINT), CAST(SUM(reads) AS BIGINT)
        FROM (SELECT substr(CAST(to_on AS VARCHAR), 1, 7) AS month, route, unit, code, cycle, kind,
          estimated, quantity, days, reads FROM consumption_total) x
        GROUP BY month, route, unit, code, cycle, kind, estimated;
      INSERT INTO consumption_by_class
        SELECT to_on, class, unit, code, kind, estimated, CAST(SUM(quantity) AS BIGINT),
          CAST(SUM(days) AS BIGINT), CAST(COUNT(*) AS BIGINT)
        FROM (
          SELECT c.to_on, coalesce(s.class, '') AS class, c.unit, s.code,
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
          FROM consumption c JOIN service s ON s.service = c.service) x
        GROUP BY to_on, class, unit, code, kind, estimated;
      """)
}
