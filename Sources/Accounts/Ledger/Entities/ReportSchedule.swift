package import Engines
package import Values

/// A report that is scheduled, into a folder or by mail.
package enum ReportSchedule: Entity {
  package static let name = Column<ReportSchedule, ScheduleName>(0, "report_schedule")
  /// The report's words, as they are typed.
  package static let line = Column<ReportSchedule, Remark>(1, "line")
  package static let format = Column<ReportSchedule, Line>(2, "format")
  package static let every = Column<ReportSchedule, SchedulePeriod>(3, "every")
  /// Of the week, 1 is Monday; of the month.
  package static let onDay = Column<ReportSchedule, Int?>(4, "on_day")
  /// Of the city's day.
  package static let minute = Column<ReportSchedule, Int>(5, "minute")
  package static let folder = Column<ReportSchedule, Line?>(6, "folder")
  package static let email = Column<ReportSchedule, EmailAddress?>(7, "email")
  /// The operator with whose rights it is made.
  package static let staff = Column<ReportSchedule, StaffName>(8, "operator")
  package static let addedOn = Column<ReportSchedule, CivilDate>(9, "added_on")
  /// The last due day that has been handled.
  package static let doneThrough = Column<ReportSchedule, CivilDate>(10, "done_through")
  package static let ranAt = Column<ReportSchedule, Timestamp?>(11, "ran_at")
  /// Why the last run failed.
  package static let failure = Column<ReportSchedule, Remark?>(12, "failure")
  /// The first day for which it failed; it is made up for when the report is due again.
  package static let failedFrom = Column<ReportSchedule, CivilDate?>(13, "failed_from")

  package static let table = Table(
    "report_schedule",
    [
      name.info, line.info, format.info, every.info, onDay.info, minute.info, folder.info,
      email.info, staff.info, addedOn.info, doneThrough.info, ranAt.info, failure.info,
      failedFrom.info,
    ])

  package static let all = Lookup<ReportSchedule>([.notBefore(addedOn)], order: [.ascending(name)])
}

/// How often a report is made.
package enum SchedulePeriod: String, Choice {
  package static let valueName = "period"
  case day, week, month

  /// The days that `--on` can name.
  package var days: ClosedRange<Int>? {
    switch self {
    case .day: nil
    case .week: 1...7
    case .month: 1...31
    }
  }
}
