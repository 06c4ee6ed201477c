import Engines
import Ledger
package import Values

/// The claim of a run to make a scheduled report for a day.
package struct ScheduleClaim: Sendable {
  package let day: CivilDate
  /// Made in any case.
  let again: Bool
  /// The first day to make up for if this fails, or the run is interrupted.
  let failedFrom: CivilDate
  /// The day that this run makes it for next.
  let next: CivilDate?
  /// The schedule's last run, as this one knows it: of two runs one makes up for a day.
  let lastRun: Timestamp?
  /// The moment of this claim. It differs from that of every other, so it also says whose the schedule is.
  package let ranAt: Timestamp

  package init(
    _ day: CivilDate, again: Bool = false, failedFrom: CivilDate, next: CivilDate? = nil,
    lastRun: Timestamp? = nil, now: Timestamp
  ) {
    self.day = day
    self.again = again
    self.failedFrom = failedFrom
    self.next = next
    self.lastRun = lastRun
    ranAt = max(now, lastRun.map { Timestamp(seconds: $0.seconds + 1) } ?? now)
  }

  func isOpen(_ row: Row<ReportSchedule>) -> Bool {
    guard row[ReportSchedule.ranAt] == lastRun else { return false }
    if again || day > row[ReportSchedule.doneThrough] { return true }
    return row[ReportSchedule.failedFrom].map { $0 <= day } ?? false
  }

  /// Whether no other run has taken the schedule over since, as it does where this one seems to be interrupted.
  func holds(_ row: Row<ReportSchedule>) -> Bool { row[ReportSchedule.ranAt] == ranAt }
}
