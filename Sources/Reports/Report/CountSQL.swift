/// SQL for the number of rows in a group.
enum CountSQL {
  /// The number of rows that meet a condition.
  static func rows(where condition: String) -> String {
    "CAST(SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END) AS BIGINT)"
  }
}
