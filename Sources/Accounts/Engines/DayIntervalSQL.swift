package import Values

extension DayInterval {
  /// SQL: the days of a row, from `from_on` until `to_on`, contain a day.
  /// - Parameters:
  ///   - day: a literal, a column, or a mark, which then takes two arguments.
  ///   - row: what the query calls the table.
  package static func sql(contains day: String, of row: String) -> String {
    "\(row).from_on <= \(day) AND \(sql(isOpenOn: day, of: row))"
  }

  /// SQL: the days of a row have not ended by a day, even if they have not begun.
  package static func sql(isOpenOn day: String, of row: String) -> String {
    "(\(row).to_on IS NULL OR \(row).to_on > \(day))"
  }
}
