import Accounts

extension Report {
  /// Scheduled reports, by name.
  package static func reportSchedules() -> Report {
    func clock(_ part: String) -> String {
      "CASE WHEN \(part) < 10 THEN '0' ELSE '' END || CAST(\(part) AS TEXT)"
    }
    return Report(
      "report schedule",
      columns: [
        Column("schedule", of: ReportSchedule.name, "r"),
        Column("report", of: ReportSchedule.line, "r"),
        Column("format", of: ReportSchedule.format, "r"),
        Column("every", of: ReportSchedule.every, "r"),
        Column("on", of: ReportSchedule.onDay, "r"),
        Column("at-time", clock("(r.minute / 60)") + " || ':' || " + clock("(r.minute % 60)")),
        Column("folder", of: ReportSchedule.folder, "r"),
        Column("mail", of: ReportSchedule.email, "r"),
        Column("operator", of: ReportSchedule.staff, "r"),
        Column("done-through", of: ReportSchedule.doneThrough, "r"),
        Column("ran-at", of: ReportSchedule.ranAt, "r"),
        Column("failure", of: ReportSchedule.failure, "r"),
      ], from: "report_schedule r", orderBy: ["r.report_schedule"])
  }
}
