import Accounts

/// The years that the report on consumption reads: the one asked and, with a comparison, each row of `c` again for the
/// year before, where `back` is 1.
struct ConsumptionYears {
  let isCompared: Bool
  /// The day on which a row counts.
  let day: String
  /// Whether each row already belongs to one of the years, in `c.back`.
  private let isParted: Bool
  private let back: String

  /// - Parameter day: SQL for the day of a row, if it is not the day of the basis.
  init(isCompared: Bool, _ basis: ConsumptionBasis, day: String?, isParted: Bool = false) {
    self.isCompared = isCompared
    self.day = day ?? basis.day
    self.isParted = isParted
    back = isParted ? "c.back" : "y.back"
  }

  /// The JOIN that repeats the rows for the year before.
  var source: String {
    isCompared && !isParted ? " CROSS JOIN (SELECT 0 AS back UNION ALL SELECT 1 AS back) y" : ""
  }

  /// The days of each year, the last one included; without an end where the filter has none.
  func windows(_ filter: ConsumptionFilter) -> [(back: Int, from: CivilDate?, to: CivilDate?)] {
    [(0, filter.from, filter.to)]
      + (isCompared
        ? [(1, filter.from.map(Self.yearBefore(first:)), filter.to.map(Self.yearBefore(last:)))]
        : [])
  }

  /// A sum over the rows of the year asked.
  func sum(_ value: String) -> String {
    isCompared ? sum(value, back: 0) : "CAST(SUM(\(value)) AS BIGINT)"
  }

  /// A sum over the rows of the year before.
  func lastYear(_ value: String) -> String { sum(value, back: 1) }

  private func sum(_ value: String, back: Int) -> String {
    "CAST(SUM(CASE WHEN \(self.back) = \(back) THEN \(value) ELSE 0 END) AS BIGINT)"
  }

  /// The filter without its days, if the conditions of the years contain them.
  func withoutDays(_ filter: ConsumptionFilter) -> ConsumptionFilter {
    guard isCompared || isParted else { return filter }
    var filter = filter
    filter.from = nil
    filter.to = nil
    return filter
  }

  /// Days of the year asked, and the same days of the year before.
  func conditions(_ filter: ConsumptionFilter) -> [Report.Condition] {
    let windows = windows(filter)
    guard !isParted, let before = windows.dropFirst().first else { return [] }
    // The index on days is read over both years; each row then counts in its own.
    return [
      before.from.map { Report.Condition("\(day) >= ?", [$0.datum]) },
      filter.to.map { Report.Condition("\(day) <= ?", [$0.datum]) },
      filter.from.map { Report.Condition("y.back = 1 OR \(day) >= ?", [$0.datum]) },
      before.to.map { Report.Condition("y.back = 0 OR \(day) <= ?", [$0.datum]) },
    ].compactMap { $0 }
  }

  /// The day after the last day of the period before it, so that no day is in two periods.
  private static func yearBefore(first day: CivilDate) -> CivilDate {
    yearBefore(last: day.adding(days: -1)).adding(days: 1)
  }

  /// The last day of a month stays the last day of its month: February 28 is compared up to the 29th of a
  /// leap year.
  private static func yearBefore(last day: CivilDate) -> CivilDate {
    let next = day.adding(days: 1)
    return next.isFirstOfMonth
      ? next.adding(months: -12).adding(days: -1) : day.adding(months: -12)
  }

  func year(_ dialect: any Dialect) -> String {
    isCompared
      ? "CAST(CAST(\(dialect.year(day)) AS INTEGER) + \(back) AS TEXT)" : dialect.year(day)
  }

  func month(_ dialect: any Dialect) -> String {
    let month = dialect.month(day)
    return isCompared ? "\(year(dialect)) || substr(\(month), 5, 3)" : month
  }

  /// `2026-Q1`.
  func quarter(_ dialect: any Dialect) -> String {
    "\(year(dialect)) || '-Q' || ((\(monthNumber(dialect)) + 2) / 3)"
  }

  /// The year in which the fiscal year ends.
  func fiscalYear(startingIn month: Int, _ dialect: any Dialect) -> String {
    let next =
      month > 1 ? " + CASE WHEN \(monthNumber(dialect)) >= \(month) THEN 1 ELSE 0 END" : ""
    return "CAST(CAST(\(year(dialect)) AS INTEGER)\(next) AS TEXT)"
  }

  private func monthNumber(_ dialect: any Dialect) -> String {
    "CAST(substr(\(dialect.month(day)), 6, 2) AS INTEGER)"
  }
}

/// What consumption is compared with.
enum ConsumptionComparison: String, Choice {
  static let valueName = "period"
  case lastYear = "last-year"
}
