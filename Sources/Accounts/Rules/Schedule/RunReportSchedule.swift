import Engines
package import Ledger
package import Values

/// One step of a scheduled report: it is marked as started, committed before anything is written, so
/// a crash never creates it twice; then its outcome, with the mail that delivers it.
package struct RunReportSchedule: Mutation {
  package static let name = OperationName("report", "schedule run")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [
    .update(ReportSchedule.table), .insert(OutboxMessage.table),
  ]

  enum Step {
    case claim(ScheduleClaim)
    case failed(String, ScheduleClaim)
    case written(ScheduleClaim)
    case mailed(String, ScheduleClaim)

    var message: String {
      switch self {
      case .claim: "in progress"
      case .failed(let why, _): why
      case .written: "written"
      case .mailed: "in the outbox"
      }
    }

    var claim: ScheduleClaim {
      switch self {
      case .claim(let claim), .failed(_, let claim), .written(let claim), .mailed(_, let claim):
        claim
      }
    }
  }

  let schedule: ScheduleName
  let step: Step

  private init(_ schedule: ScheduleName, _ step: Step) {
    self.schedule = schedule
    self.step = step
  }

  /// Changes nothing where the report of the day is dealt with already, or by another run; nor does an outcome
  /// where another run has taken it over.
  package static func claim(_ schedule: ScheduleName, _ claim: ScheduleClaim) -> Self {
    Self(schedule, .claim(claim))
  }

  package static func failed(
    _ schedule: ScheduleName, _ why: String, _ claim: ScheduleClaim
  ) -> Self {
    Self(schedule, .failed(why, claim))
  }

  package static func written(_ schedule: ScheduleName, _ claim: ScheduleClaim) -> Self {
    Self(schedule, .written(claim))
  }

  /// - Parameter text: the report, which the mail has in its body.
  package static func mailed(
    _ schedule: ScheduleName, _ text: String, _ claim: ScheduleClaim
  ) -> Self {
    Self(schedule, .mailed(text, claim))
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.schedule(schedule)
    let claim = step.claim
    var after = before
    if case .claim = step {
      guard claim.isOpen(before) else {
        return Effect("report \(schedule) is unchanged: already created for \(claim.day)")
      }
    } else {
      guard claim.holds(before) else {
        return Effect("report \(schedule) is unchanged: another run is creating it")
      }
    }
    switch step {
    case .claim:
      after[ReportSchedule.doneThrough] = max(claim.day, before[ReportSchedule.doneThrough])
      after[ReportSchedule.ranAt] = claim.ranAt
      after[ReportSchedule.failure] = Remark(trusted: "the run was interrupted")
      after[ReportSchedule.failedFrom] = claim.failedFrom
    case .failed(let why, _): after[ReportSchedule.failure] = Remark(trusted: why)
    case .written:
      after[ReportSchedule.failure] = nil
      after[ReportSchedule.failedFrom] = claim.next
    case .mailed(let text, _):
      after[ReportSchedule.failure] = nil
      after[ReportSchedule.failedFrom] = claim.next
      if let email = before[ReportSchedule.email] {
        // The letter ends its last line itself.
        let rows = text.hasSuffix("\n") ? String(text.dropLast()) : text
        try books.post(
          Letter(
            .report, books.settings, [.topic: "report \(schedule) of \(claim.day)", .text: rows]),
          to: email)
      }
    }
    books.update(before, to: after)
    return Effect("report \(schedule): \(step.message)")
  }
}
