import Engines
package import Ledger
package import Values

/// One step of making a scheduled report: that it is in hand, committed before anything is written, so
/// that a crash never makes it twice; then what became of it, with the mail that it goes by.
package struct RunReportSchedule: Operation {
  package static let name = OperationName("report", "schedule run")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [
    .update(ReportSchedule.table), .insert(OutboxMessage.table),
  ]
  package static let fields: [FieldInfo] = []

  enum Step {
    case claim(CivilDate, again: Bool)
    case failed(String)
    case written
    case mailed(String, day: CivilDate)

    var words: String {
      switch self {
      case .claim: "in hand"
      case .failed(let why): why
      case .written: "written"
      case .mailed: "in the outbox"
      }
    }
  }

  let schedule: ScheduleName
  let step: Step

  package init(_ input: Input) throws(Rejection) { throw Rejection.noRowOfSchedules }

  private init(_ schedule: ScheduleName, _ step: Step) {
    self.schedule = schedule
    self.step = step
  }

  /// Changes nothing where the report of the day is dealt with already.
  /// - Parameter again: takes it in hand all the same.
  package static func claim(
    _ schedule: ScheduleName, through day: CivilDate, again: Bool
  ) -> Self {
    Self(schedule, .claim(day, again: again))
  }

  package static func failed(_ schedule: ScheduleName, _ why: String) -> Self {
    Self(schedule, .failed(why))
  }

  package static func written(_ schedule: ScheduleName) -> Self { Self(schedule, .written) }

  /// - Parameter text: the report, which the mail has in its body.
  package static func mailed(_ schedule: ScheduleName, _ text: String, day: CivilDate) -> Self {
    Self(schedule, .mailed(text, day: day))
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.schedule(schedule)
    var after = before
    switch step {
    case .claim(let day, let again):
      guard again || day > before[ReportSchedule.doneThrough] else {
        return Effect("report \(schedule) is unchanged: made for \(day) already")
      }
      after[ReportSchedule.doneThrough] = max(day, before[ReportSchedule.doneThrough])
      after[ReportSchedule.ranAt] = books.now
      after[ReportSchedule.failure] = Remark(trusted: "the run broke off")
    case .failed(let why): after[ReportSchedule.failure] = Remark(trusted: why)
    case .written: after[ReportSchedule.failure] = nil
    case .mailed(let text, let day):
      after[ReportSchedule.failure] = nil
      if let email = before[ReportSchedule.email] {
        try books.post(
          Letter(
            .report, books.settings, [.topic: "report \(schedule) of \(day)", .text: text]),
          to: email)
      }
    }
    books.update(before, to: after)
    return Effect("report \(schedule): \(step.words)")
  }
}
