import Accounts

/// Meters whose read is overdue.
enum MissingReads: ExceptionRule {
  static let name = "missing-reads"
  static let about = "Meters in service whose read is overdue"
  static let formula = """
    On --to, the meter has not been read for more than one and a half times its usual interval: the \
    median of the days between its last five periodic reads, or 30 if there are fewer than two. An \
    estimate is not a read. The meter is still installed, regardless of the customer, and its service \
    is not stopped. from and to are the last read up to --to, or the day the meter was installed; \
    compared is its likely usage since then: the daily usage of the last period times the days. The \
    report read-summary has the numbers by route. If a route is estimated throughout, all its meters \
    are listed here.
    """
  static let usesFrom = false
  static func findings(_ asked: Asked) -> Findings {
    let to = asked.sql(asked.to)
    let last = "COALESCE(\(lastRead(asked)), \(MeterAtPlace.since))"
    return Findings(
      source: Findings.installed,
      conditions: [
        DayInterval.sql(contains: to, of: "i"),
        "s.cancelled_on IS NULL AND (s.stop_on IS NULL OR s.stop_on > \(to))",
        "2 * \(asked.dialect.days(last, asked.typed(asked.to))) > 3 * \(usualDays(asked))",
      ], meter: "i.meter", from: last, to: last, days: "CAST(NULL AS BIGINT)",
      use: "CAST(NULL AS BIGINT)", unit: "m.unit",
      compared: UsageEstimate.sql(
        of: Findings.sinceLastRead(
          last, knownOn: asked.typed(asked.to), to: asked.to, asked), by: .prior(1),
        dialect: asked.dialect),
      command: CommandSQL.line("read list --meter", "i.meter"))
  }

  /// The last read at the place up to the last day; NULL if there is none.
  private static func lastRead(_ asked: Asked) -> String {
    """
    (SELECT MAX(r.read_on) FROM read r WHERE r.meter = i.meter AND \(MeterReads.isRead("r")) \
    AND r.read_on <= \(asked.sql(asked.to)) AND r.read_on >= \(MeterAtPlace.since))
    """
  }

  /// The median of the days between the last reads; the mean of the middle two if their number is even.
  private static func usualDays(_ asked: Asked) -> String {
    """
    COALESCE((SELECT CAST(SUM(y.span) AS BIGINT) / NULLIF(COUNT(*), 0) FROM (SELECT x.span, \
    ROW_NUMBER() OVER (ORDER BY x.span) AS place, COUNT(*) OVER () AS spans FROM (SELECT \
    \(asked.dialect.days("LAG(d.read_on) OVER (ORDER BY d.read_on)", "d.read_on")) AS span \
    FROM (SELECT DISTINCT r.read_on FROM read r WHERE r.meter = i.meter AND \(MeterReads.isRead("r")) \
    AND r.reason = \(ReadReason.periodic.sql) AND r.read_on <= \(asked.sql(asked.to)) \
    ORDER BY r.read_on DESC LIMIT 5) d) x WHERE x.span IS NOT NULL) y \
    WHERE 2 * y.place >= y.spans AND 2 * y.place <= y.spans + 2), 30)
    """
  }
}
