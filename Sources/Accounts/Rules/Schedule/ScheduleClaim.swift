import Engines
import Ledger
package import Values

/// That a run is about to make a scheduled report for a day.
package struct ScheduleClaim: Sendable {
  package let day: CivilDate
  /// Made in any case.
  let again: Bool
  /// The first day that is to be made up for if this fails, or the run breaks off.
  let failedFrom: CivilDate
  /// The day that this run makes it for next.
  let next: CivilDate?
  /// The schedule's last run, as this one knows it: of two runs one makes up for a day.
  let lastRun: Timestamp?

  package init(
    _ day: CivilDate, again: Bool = false, failedFrom: CivilDate, next: CivilDate? = nil,
    lastRun: Timestamp? = nil
  ) {
    self.day = day
    self.again = again
    self.failedFrom = failedFrom
    self.next = next
    self.lastRun = lastRun
  }

  func isOpen(_ row: Row<ReportSchedule>) -> Bool {
    if again || day > row[ReportSchedule.doneThrough] { return true }
    guard let failed = row[ReportSchedule.failedFrom], failed <= day else { return false }
    return row[ReportSchedule.ranAt] == lastRun
  }
}
