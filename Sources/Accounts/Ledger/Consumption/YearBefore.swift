package import Engines

/// The period that a period is compared with: the one of its service that ends nearest to 365 days
/// earlier, at most half of its own days off; of two as near the earlier.
package enum YearBefore {
  /// SQL for its columns `quantity` and `days`, at most one row.
  /// - Parameter condition: on `consumption q`, which other periods may be it; one of the period's own meter
  ///   goes before others.
  package static func sql(
    of period: UsageEstimate.Period, where condition: String, dialect: any Dialect
  ) -> String {
    let half = "(\(period.days)) / 2"
    // SQLite knows no outer column in ORDER BY.
    return """
      SELECT y.quantity, y.days FROM (SELECT q.quantity, q.days, q.to_on, q.meter, \
      CASE WHEN q.meter = \(period.meter) THEN 0 ELSE 1 END AS other, \
      ABS(\(dialect.days("q.to_on", period.to)) - \(length)) AS off FROM consumption q \
      WHERE q.service IN \(period.services) AND \(condition) \
      AND q.to_on >= \(dialect.day(period.to, plus: "-\(length) - \(half)")) \
      AND q.to_on <= \(dialect.day(period.to, plus: "\(half) - \(length)")) \
      AND q.to_on < \(period.to)) y ORDER BY y.other, y.off, y.to_on, y.meter LIMIT 1
      """
  }

  /// Of a year, in days.
  private static let length = 365
}
