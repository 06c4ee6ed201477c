import Accounts

/// Usage that never stops: one finding for each run of days.
enum ContinuousFlow: ExceptionRule {
  static let name = "continuous-flow"
  static let about = "Daily-read meters with continuous usage: possible leaks"
  static let formula = """
    Usage on each of at least --count (7) consecutive days, with daily reads and no estimates. from is \
    the day on which the first of these days begins, even before --from; to is the last read between \
    --from and --to, also if the customer changed in between. quantity is the usage of all these days, and \
    compared the usage of the lowest day: the likely constant flow.
    """
  static let limits = [
    QuestionParameter("count", .number(2...366), "number of consecutive days (7)")
  ]

  static func findings(_ asked: Asked) -> Findings {
    Findings(
      source: Findings.consumption,
      conditions: [
        asked.isInPeriod("c.to_on").sql, hasUse("c"),
        """
        NOT EXISTS (SELECT 1 FROM consumption n WHERE n.service = c.service AND n.meter = c.meter \
        AND n.to_on = \(asked.dialect.day("c.to_on", plus: "1")) AND n.to_on <= \(asked.sql(asked.to)) \
        AND \(hasUse("n")))
        """,
      ], refined: runs(asked), command: LastPeriods.history)
  }

  private static func hasUse(_ row: String) -> String {
    "\(row).days = 1 AND \(row).quantity > 0 AND NOT \(row).estimated"
  }

  /// The runs that end with one of the rows, with the sums of their days.
  ///
  /// Each meter's days at its place are read once, however many runs it has: consecutive days have consecutive ranks,
  /// so the days left to the end of the period plus the rank are the same within a run.
  private static func runs(_ asked: Asked) -> @Sendable (String) -> String {
    let dialect = asked.dialect
    let days = dialect.days("u.from_on", "u.to_on")
    let columns = Findings.columns([
      "from_on": "u.from_on", "days": "CAST(\(days) AS BIGINT)", "quantity": "u.quantity",
      "compared": "u.least",
    ])
    let places = """
      SELECT DISTINCT k.meter, a.location, j.service FROM k JOIN account a ON a.account = k.account \
      CROSS JOIN \(MeterAtPlace.stays(of: "k.meter"))
      """
    let daysWithUse = """
      SELECT p.meter, p.location, q.from_on, q.to_on, q.quantity, \
      \(dialect.days("q.to_on", asked.typed(asked.to))) + DENSE_RANK() OVER \
      (PARTITION BY p.meter, p.location ORDER BY q.to_on) AS run \
      FROM p JOIN consumption q ON q.service = p.service AND q.meter = p.meter \
      WHERE q.to_on <= \(asked.sql(asked.to)) AND \(hasUse("q"))
      """
    let sums = """
      SELECT d.meter, d.location, MIN(d.from_on) AS from_on, MAX(d.to_on) AS to_on, \
      CAST(SUM(d.quantity) AS BIGINT) AS quantity, MIN(d.quantity) AS least \
      FROM d GROUP BY d.meter, d.location, d.run
      """
    let count = asked.number("count", orElse: 7)
    return { rows in
      """
      SELECT * FROM (WITH k AS MATERIALIZED (\(rows)), p AS (\(places)), d AS (\(daysWithUse)), \
      u AS (\(sums)) SELECT \(columns) FROM k JOIN account a ON a.account = k.account \
      JOIN u ON u.meter = k.meter AND u.location = a.location AND u.to_on = k.to_on \
      WHERE \(days) >= \(count)) f
      """
    }
  }
}
