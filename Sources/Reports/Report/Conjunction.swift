extension [Report.Condition] {
  /// One condition that is met if all of these are; there must be at least one.
  var conjunction: Report.Condition {
    Report.Condition(map { "(\($0.sql))" }.joined(separator: " AND "), flatMap(\.arguments))
  }
}
