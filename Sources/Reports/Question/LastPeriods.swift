/// The last periods of a meter at its place up to the current one, regardless of the customer.
enum LastPeriods {
  /// SQL: a row of consumption is of the meter of `c` at its place.
  static func isOfMeter(_ row: String) -> String {
    "\(row).meter = c.meter AND \(row).service IN \(MeterAtPlace.services(of: "c.meter"))"
  }

  /// SQL: no later period ends within the days asked, so that a meter is found once.
  static func isLast(_ asked: Asked) -> String {
    """
    NOT EXISTS (SELECT 1 FROM consumption n WHERE \(isOfMeter("n")) \
    AND n.to_on > c.to_on AND n.to_on <= \(asked.sql(asked.to)))
    """
  }

  /// SQL for how many of the last periods meet a condition on `q`.
  static func count(_ count: Int64, where condition: String) -> String {
    """
    (SELECT COUNT(*) FROM (SELECT z.quantity, z.days, z.estimated FROM consumption z \
    WHERE \(isOfMeter("z")) AND z.to_on <= c.to_on ORDER BY z.to_on DESC LIMIT \(count)) q \
    WHERE \(condition))
    """
  }

  /// SQL for the number of periods after the last one that meets a condition on `q`, in thousandths.
  static func run(endedBy condition: String) -> String {
    """
    (SELECT CAST(COUNT(*) * 1000 AS BIGINT) FROM (SELECT MAX(q.to_on) AS day FROM consumption q \
    WHERE \(isOfMeter("q")) AND q.to_on <= c.to_on AND \(condition)) k \
    JOIN consumption z ON k.day IS NULL OR z.to_on > k.day \
    WHERE \(isOfMeter("z")) AND z.to_on <= c.to_on)
    """
  }

  /// Narrows the meters' last rows by conditions on `c` and `a` about earlier periods. The last rows are found
  /// first: otherwise PostgreSQL reads a meter's history for each of its rows.
  static func refined(
    compared: String, where conditions: [String]
  ) -> @Sendable (String) -> String {
    let columns = Findings.columns(["compared": compared])
    let tests = conditions.map { "(\($0))" }.joined(separator: " AND ")
    return { rows in
      """
      SELECT * FROM (WITH k AS MATERIALIZED (\(rows)) SELECT \(columns) FROM k JOIN consumption c \
      ON c.service = k.service AND c.to_on = k.to_on AND c.meter = k.meter \
      JOIN account a ON a.account = k.account WHERE \(tests)) f
      """
    }
  }

  static let history = CommandSQL.line("report consumption-history --account", "a.account")
}
