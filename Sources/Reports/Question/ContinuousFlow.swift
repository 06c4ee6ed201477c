import Accounts

/// Water that never stops, one finding a run of days.
package enum ContinuousFlow: ExceptionRule {
  package static let name = "continuous-flow"
  package static let about = "Daily-read meters with continuous usage: possible leaks"
  package static let formula = """
    Usage on each of at least --count (7) consecutive days, with daily reads and no estimates. from is \
    the day on which the first of these days begins, even before --from; to is the last read between \
    --from and --to, also if the customer changed in between. quantity is the usage of all these days, and \
    compared the usage of the lowest day: the likely constant flow.
    """
  package static let limits = [
    QuestionParameter("count", .number(2...366), "number of consecutive days (7)")
  ]

  package static func findings(_ asked: Asked) -> Findings {
    let dialect = asked.dialect
    return Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, hasUse("c"),
        """
        NOT EXISTS (SELECT 1 FROM consumption n WHERE \(LastPeriods.isOfMeter("n")) \
        AND n.to_on = \(dialect.day("c.to_on", plus: "1")) AND n.to_on <= \(asked.sql(asked.to)) \
        AND \(hasUse("n")))
        """,
      ], from: begin, compared: "CAST(NULL AS BIGINT)", refined: runs(asked),
      command: LastPeriods.history)
  }

  private static func hasUse(_ row: String) -> String {
    "\(row).days = 1 AND \(row).quantity > 0 AND NOT \(row).estimated"
  }

  /// Where the days with use up to `c` begin: at the last one that has none before.
  private static let begin = """
    (SELECT z.from_on FROM consumption z WHERE \(LastPeriods.isOfMeter("z")) \
    AND z.to_on <= c.to_on AND \(hasUse("z")) AND NOT EXISTS (SELECT 1 FROM consumption p \
    WHERE \(LastPeriods.isOfMeter("p")) AND p.to_on = z.from_on AND \(hasUse("p"))) \
    ORDER BY z.to_on DESC LIMIT 1)
    """

  /// Those that are long enough, of rows that each end one, with the sums of their days.
  private static func runs(_ asked: Asked) -> @Sendable (String) -> String {
    let days = asked.dialect.days("k.from_on", "k.to_on")
    let count = asked.number("count", orElse: 7)
    let columns = Findings.columns([
      "days": "CAST(\(days) AS BIGINT)", "quantity": "u.quantity", "compared": "u.least",
    ])
    let sums = """
      SELECT k.service, k.meter, k.to_on, CAST(SUM(q.quantity) AS BIGINT) AS quantity, \
      MIN(q.quantity) AS least FROM k JOIN account a ON a.account = k.account \
      JOIN consumption q ON q.meter = k.meter AND q.service IN \(MeterAtPlace.services(of: "k.meter")) \
      AND q.to_on > k.from_on AND q.to_on <= k.to_on \
      WHERE \(days) >= \(count) GROUP BY k.service, k.meter, k.to_on
      """
    return { rows in
      """
      SELECT * FROM (WITH k AS MATERIALIZED (\(rows)), u AS (\(sums)) SELECT \(columns) FROM k \
      JOIN u ON u.service = k.service AND u.meter = k.meter AND u.to_on = k.to_on) f
      """
    }
  }
}
