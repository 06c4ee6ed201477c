package import Engines

/// The likely usage of a number of days: the sum of use divided by the sum of days of earlier
/// periods, times the days.
///
/// Quantities are in thousandths of the unit, results rounded half up. Source: Tyler Technologies,
/// "Estimating Meter Reads" (Munis Utility Billing): daily average usage times the days of the cycle,
/// over prior or prior identical cycles, with or without the highest and the lowest usage, one of each.
package struct UsageEstimate: Sendable {
  private let use: Int64
  private let days: Int64

  /// Nil without earlier days.
  package init?(use: Int64, days: Int64) {
    guard days > 0 else { return nil }
    (self.use, self.days) = (use, days)
  }

  /// Fewer would leave nothing once two are left out.
  private static let fewestWithExtremes = 3

  /// Nil if the result would overflow.
  package func use(in length: Int64) -> Int64? {
    let (whole, isTooMuch) = (use / days).multipliedReportingOverflow(by: length)
    guard !isTooMuch else { return nil }
    let (sum, overflow) = whole.addingReportingOverflow(
      (2 * (use % days) * length + days) / (2 * days))
    return overflow ? nil : sum
  }
}

extension UsageEstimate {
  /// Which earlier periods of a meter in a service are used.
  package enum Basis: Sendable, Equatable {
    /// This number of periods, the latest ones.
    case prior(Int)
    /// The period one year earlier.
    case yearBefore
  }

  /// The period that is estimated, in SQL.
  package struct Period: Sendable {
    let services: String
    let meter: String
    let from: String
    let to: String
    let days: String

    /// - Parameter services: in parentheses, those whose periods count.
    package init(services: String, meter: String, from: String, to: String, days: String) {
      (self.services, self.meter) = (services, meter)
      (self.from, self.to, self.days) = (from, to, days)
    }
  }

  /// SQL for the same; NULL without earlier periods.
  /// - Parameter dropsExtremes: leaves out the highest and the lowest use, where there are three
  ///   periods or more.
  package static func sql(
    of period: Period, by basis: Basis, dropsExtremes: Bool = false, dialect: any Dialect
  ) -> String {
    var periods = periods(before: period, basis, dialect)
    if dropsExtremes {
      periods = """
        SELECT w.quantity, w.days FROM (SELECT z.quantity, z.days, \
        ROW_NUMBER() OVER (ORDER BY z.quantity, z.days) AS place, COUNT(*) OVER () AS periods \
        FROM (\(periods)) z) w \
        WHERE w.periods < \(fewestWithExtremes) OR (w.place > 1 AND w.place < w.periods)
        """
    }
    return """
      (SELECT e.quantity / e.days * \(period.days) \
      + (2 * (e.quantity % e.days) * \(period.days) + e.days) / (2 * e.days) \
      FROM (SELECT CAST(SUM(v.quantity) AS BIGINT) AS quantity, \
      CAST(SUM(v.days) AS BIGINT) AS days FROM (\(periods)) v) e WHERE e.days > 0)
      """
  }

  private static func periods(
    before period: Period, _ basis: Basis, _ dialect: any Dialect
  ) -> String {
    let ofMeter = "q.meter = \(period.meter) AND q.days > 0"
    switch basis {
    case .prior(let count):
      return """
        SELECT q.quantity, q.days FROM consumption q WHERE q.service IN \(period.services) \
        AND \(ofMeter) AND q.to_on <= \(period.from) ORDER BY q.to_on DESC LIMIT \(count)
        """
    case .yearBefore: return YearBefore.sql(of: period, where: ofMeter, dialect: dialect)
    }
  }
}
