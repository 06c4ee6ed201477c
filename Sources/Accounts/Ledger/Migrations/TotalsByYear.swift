extension Migration {
  /// Consumption by day without places, by year with them, and by service and year, so that no sum
  /// over a large city or many years goes through as many rows; filled from what is there.
  static let totalsByYear = Migration(
    name: "totals by year",
    sql: """
      CREATE TABLE consumption_by_day (
        to_on {date} NOT NULL,
        code TEXT NOT NULL,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        quantity BIGINT NOT NULL,
        days BIGINT NOT NULL,
        reads BIGINT NOT NULL,
        PRIMARY KEY (to_on, code, unit, kind, estimated)
      ){clustered};
      CREATE INDEX consumption_by_day_empty ON consumption_by_day (to_on) WHERE reads = 0;
      CREATE TABLE consumption_by_year (
        year TEXT NOT NULL,
        code TEXT NOT NULL,
        unit TEXT NOT NULL,
        route TEXT NOT NULL,
        cycle TEXT NOT NULL,
        kind TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        quantity BIGINT NOT NULL,
        days BIGINT NOT NULL,
        reads BIGINT NOT NULL,
        PRIMARY KEY (year, code, unit, route, cycle, kind, estimated)
      ){clustered};
      CREATE INDEX consumption_by_year_empty ON consumption_by_year (year) WHERE reads = 0;
      CREATE TABLE consumption_by_service (
        service BIGINT NOT NULL,
        year TEXT NOT NULL,
        meter TEXT NOT NULL,
        unit TEXT NOT NULL,
        cid TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        quantity BIGINT NOT NULL,
        days BIGINT NOT NULL,
        reads BIGINT NOT NULL,
        PRIMARY KEY (service, year, meter, unit, cid, estimated)
      ){clustered};
      CREATE INDEX consumption_by_service_empty ON consumption_by_service (service)
        WHERE reads = 0;
      INSERT INTO consumption_by_day
        SELECT to_on, code, unit, kind, estimated, CAST(SUM(quantity) AS BIGINT),
          CAST(SUM(days) AS BIGINT), CAST(SUM(reads) AS BIGINT)
        FROM consumption_total GROUP BY to_on, code, unit, kind, estimated;
      INSERT INTO consumption_by_year
        SELECT year, code, unit, route, cycle, kind, estimated, CAST(SUM(quantity) AS BIGINT),
          CAST(SUM(days) AS BIGINT), CAST(SUM(reads) AS BIGINT)
        FROM (SELECT substr(CAST(to_on AS VARCHAR), 1, 4) AS year, code, unit, route, cycle, kind,
          estimated, quantity, days, reads FROM consumption_total) x
        GROUP BY year, code, unit, route, cycle, kind, estimated;
      INSERT INTO consumption_by_service
        SELECT service, year, meter, unit, cid, estimated, CAST(SUM(quantity) AS BIGINT),
          CAST(SUM(days) AS BIGINT), CAST(COUNT(*) AS BIGINT)
        FROM (
          SELECT c.service, substr(CAST(c.to_on AS VARCHAR), 1, 4) AS year, c.meter, c.unit,
            coalesce((
              SELECT cid FROM (
                SELECT k.cid, k.role, k.from_on, k.to_on, k.account_customer,
                  CASE WHEN k.from_on >= c.to_on THEN 2 WHEN k.to_on < c.to_on THEN 1 ELSE 0 END
                  AS held
                FROM account_customer k
                WHERE k.account = s.account AND (k.to_on IS NULL OR k.to_on > k.from_on)) h
              ORDER BY held, CASE held WHEN 1 THEN to_on END DESC,
                CASE held WHEN 2 THEN from_on END,
                CASE role WHEN 'tenant' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END,
                to_on IS NOT NULL, to_on DESC, from_on, account_customer LIMIT 1
            ), '') AS cid, c.estimated, c.quantity, c.days
          FROM consumption c JOIN service s ON s.service = c.service) x
        GROUP BY service, year, meter, unit, cid, estimated;
      """)
}
