/// Average consumption per day over rows of `consumption c`: the one formula of every list, report and
/// page.
enum AveragePerDay {
  static let quantity = "CAST(SUM(c.quantity) AS BIGINT)"
  static let days = "CAST(SUM(c.days) AS BIGINT)"

  /// Thousandths, rounded half up: -0.0005 is 0, as 0.0005 is 0.001. NULL if there are no days.
  /// Both engines cut a quotient toward zero, so one below zero needs the next lower thousandth.
  static let sql = sql(quantity, days)

  /// The same of other sums.
  static func sql(_ quantity: String, _ days: String) -> String {
    """
    (2 * \(quantity) + \(days)) / NULLIF(2 * \(days), 0) \
    - CASE WHEN (2 * \(quantity) + \(days)) % NULLIF(2 * \(days), 0) < 0 THEN 1 ELSE 0 END
    """
  }
}

extension Report {
  /// What the help of every command that shows the average says.
  package static let averagePerDayHelp =
    "average-per-day is the quantity divided by the days, rounded half up to three decimals."
}

extension Report.Column {
  static func averagePerDay(_ sql: String) -> Self {
    Self("average-per-day", sql, title: "Average/day", .quantity)
  }
}
