import Accounts
import Reports

/// Makes the scheduled reports that are due, one after the other.
struct ReportScheduleRun {
  let context: CommandContext
  let author: Author
  /// Days without a run that are made up for.
  private static let mostDays = 31

  init(_ context: CommandContext, reason: String?) {
    self.context = context
    author = context.author(reason: reason)
  }

  /// - Parameter name: made for its last due day, be it made already or not; nil is all that are due.
  func run(only name: ScheduleName?) throws -> ExitStatus {
    let isDryRun = context.options.dryRun
    let store = try context.store(isDryRun ? .read : .write)
    try context.require(
      RunReportSchedule.leastRole, for: "report schedule run", on: store)
    let due = try schedules(on: store, only: name).filter { !$0.1.isEmpty }
    let isTable = try isTable
    let isQuiet = context.options.quiet
    if due.isEmpty, isTable, !isQuiet { context.say("no report is due") }
    var failed = 0
    try answer(!isTable || !due.isEmpty && !isQuiet) { add in
      for (row, days) in due {
        // A later day that can be made ends the attempts for those before it.
        var failedFrom: CivilDate?
        var lastRun = row[ReportSchedule.ranAt]
        for (place, day) in days.enumerated() {
          try SignalInbox.check()
          let first = failedFrom ?? day
          let claim = ScheduleClaim(
            day, again: name != nil, failedFrom: first, next: days.dropFirst(place + 1).first,
            lastRun: lastRun, now: store.now)
          let made = isDryRun ? .written("due") : try make(row, claim, on: store)
          guard let result = made else { break }
          lastRun = claim.ranAt
          failedFrom = nil
          if case .failed(let why) = result {
            failed += 1
            failedFrom = first
            if !isTable || isQuiet {
              context.say("report \(row[ReportSchedule.name]) of \(day) failed: \(why)")
            }
          }
          try add([.text(row[ReportSchedule.name].text), .text("\(day)"), .text(result.words)])
        }
      }
    }
    return failed > 0 ? .someRowsFailed : .done
  }

  /// Whether the results are a table on standard output, as in the journal of a timer.
  private var isTable: Bool {
    get throws {
      try context.format == .table && context.options.output == nil
        && context.options.fields == nil
    }
  }

  private func answer(
    _ isShown: Bool, _ body: (_ add: ([Datum]) throws -> Void) throws -> Void
  ) throws {
    guard isShown else { return try body { _ in } }
    try context.answer(list: "runs", ["schedule", "day", "result"].map { .text($0) }, body)
  }

  /// Each report with the days that it is to be made for.
  private func schedules(
    on store: Store, only name: ScheduleName?
  ) throws -> [(Row<ReportSchedule>, [CivilDate])] {
    let zone = store.settings.zone
    if let name {
      let row = try store.books().schedule(name)
      let days = missed(row, retries: true, on: store)
      return [(row, days.isEmpty ? [row.dueDay(at: store.now, in: zone)] : days)]
    }
    return try store.books().rows(ReportSchedule.all, CivilDate(daysSince1970: 0)).map { row in
      (row, missed(row, on: store))
    }
  }

  /// The last days on which a report was due and was not made; earlier ones are told.
  private func missed(
    _ row: Row<ReportSchedule>, retries: Bool = false, on store: Store
  ) -> [CivilDate] {
    let days = row.dueDays(at: store.now, in: store.settings.zone, retries: retries)
    let passedOver = days.dropLast(Self.mostDays)
    if let first = passedOver.first, let last = passedOver.last {
      let name = row[ReportSchedule.name]
      let many = passedOver.count == 1 ? "1 day" : "\(passedOver.count) days"
      context.say(
        """
        note: report \(name) missed more than \(Self.mostDays) due days; it is not created for \
        \(many) from \(first) to \(last)
        """)
    }
    return days.suffix(Self.mostDays)
  }

  /// Nil if another run makes it, and what remains.
  private func make(
    _ row: Row<ReportSchedule>, _ claim: ScheduleClaim, on store: Store
  ) throws -> Made? {
    let (name, day) = (row[ReportSchedule.name], claim.day)
    guard try change(.claim(name, claim), on: store) else { return nil }
    let made: Made
    do {
      made = try refusal(row, on: store).map { .failed($0) } ?? write(row, day, on: store)
    } catch {
      made = .failed(ExitStatus.explaining(error).message)
    }
    let outcome: RunReportSchedule =
      switch made {
      case .written: .written(name, claim)
      case .mailed(let text): .mailed(name, text, claim)
      case .failed(let why): .failed(name, why, claim)
      }
    return try change(outcome, on: store) ? made : nil
  }

  /// Answers whether there was something to change.
  private func change(_ step: RunReportSchedule, on store: Store) throws -> Bool {
    try !store.change(by: author) { .commit(try $0.perform(step)) }.value.isUnchanged
  }

  /// Why the operator who scheduled the report may no longer see it; nil if they may.
  private func refusal(_ row: Row<ReportSchedule>, on store: Store) throws -> String? {
    let staff = row[ReportSchedule.staff].text
    let report = try ScheduledLine(row[ReportSchedule.line].text)
    let least = max(report.leastRole, AddReportSchedule.leastRole)
    switch try store.access(ofOperator: staff) {
    case .unguarded: return nil
    case .role(let role) where role >= least: return nil
    case .role(let role):
      return "\(staff), who scheduled it, is \(role.phrase) now, and it needs \(least.phrase)"
    case .stranger: return "\(staff), who scheduled it, is no longer an operator"
    }
  }
}
