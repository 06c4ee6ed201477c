extension Migration {
  /// The days for which a scheduled report failed are made up for.
  static let failedReports = Migration(
    name: "failed reports", sql: "ALTER TABLE report_schedule ADD COLUMN failed_from {date};")
}
