import Values

/// Scheduled reports that were not made, or will not be.
extension Diagnosis {
  static var reportFailed: Diagnosis {
    Diagnosis(
      """
      SELECT r.report_schedule, r.operator, r.failure, CASE WHEN r.operator = 'root' \
      OR EXISTS (SELECT 1 FROM operator o WHERE o.operator = r.operator) \
      OR NOT EXISTS (SELECT 1 FROM operator) THEN 1 ELSE 0 END \
      FROM report_schedule r ORDER BY r.report_schedule
      """
    ) { row in
      let (name, staff, failure) = (row.word(0), row.word(1), row.word(2))
      guard row.integer(3) == 1 else {
        return (
          "report \(name)", "\(staff), whose rights it uses, is no longer an operator",
          "report schedule remove \(word: name)"
        )
      }
      guard !failure.isEmpty else { return nil }
      return ("report \(name)", "failed: \(failure)", "report schedule run \(word: name)")
    }
  }
}
