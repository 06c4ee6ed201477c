import Accounts
import ArgumentParser
import Reports

/// `plan apply`
struct PlanApply: AdminCommand {
  static let uses: OptionUse = .change
  static let reach: CommandReach = [.store, .input, .changes]
  static let help = CommandHelp(
    "apply", abstract: "Apply a plan, if its records have not changed since",
    discussion: HelpText.discussion(
      """
      The planned command is run again under the current rules, and each change is compared \
      with the plan. If one differs, it is reported, and nothing is changed (exit status 5). \
      Numbers assigned to new records may differ from those in the plan. Requires the \
      role that the planned command requires.
      """, examples: []))
  static let leastRole = Role.clerk
  static let standsAlone = true
  static let asksForKey = true

  @Argument(help: ArgumentHelp("plan file, written with --plan-out", valueName: "file"))
  var plan: String
  @Option(
    help: ArgumentHelp("reason, for the journal; default: the plan's reason", valueName: "text"))
  var reason: String?

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(plan, "the plan")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.session.interruptible {
      let first = try PlanRun(path: plan, reason: reason, context)
      let store = try first.openStore()
      var unread: PlanRun? = first
      let made = try store.change(by: first.author, isDryRun: context.options.dryRun) { change in
        var run = try unread ?? PlanRun(path: plan, reason: reason, context)
        unread = nil
        try run.perform(change, on: store)
        return run.isRefused ? .discard(run) : .commit(run)
      }
      return try made.value.conclude(made.number)
    }
  }
}

/// One application of a plan.
private struct PlanRun {
  private let path: String
  private let context: CommandContext
  let author: Author
  private var reader: PlanReader
  private var comparison = PlanComparison()
  private var rows = 0
  private var unchanged = 0
  private var movedRows = 0
  private var appliedBy: Int64?
  /// Rows that were as planned.
  private var tally = BulkTally()
  private var window: DateWindow?
  /// Set if all is as planned, but the file was probably imported after the plan was made, with other days or
  /// amounts.
  private var likelyMoved: LikelyMoved?
  var isRefused: Bool { movedRows > 0 || likelyMoved != nil }

  init(path: String, reason: String?, _ context: CommandContext) throws {
    self.path = path
    self.context = context
    reader = try PlanReader(path: path, context: context)
    author = reader.header.author(
      context.author(reason: try reason.map { try Remark($0).text }))
  }

  func openStore() throws -> Store {
    let store = try context.store(.write)
    let command = reader.header.command
    try context.require(
      OperationCatalogue.rights.leastRole(of: command), for: command, on: store)
    try context.prepareAnswer()
    return store
  }

  mutating func perform(_ change: ChangeTransaction, on store: Store) throws {
    let accepts = reader.header.acceptsUnusual || context.options.acceptsUnusual
    change.books.acceptsUnusual = accepts
    change.books.repeats = reader.header.repeats
    change.books.isPlan = true
    window = accepts ? nil : context.window(on: store)
    appliedBy = try store.applied(reader.header.mark)?.change
    if appliedBy == nil {
      try performRows(change)
      if movedRows == 0 { likelyMoved = tally.likelyKnown(in: change.books) }
      if let likelyMoved { context.say("\(path): \(likelyMoved.words)") }
    }
    change.mark(
      reader.header.mark, RunCounts(rows: rows, unchanged: unchanged, leftOut: 0))
    try SignalInbox.check()
  }

  func conclude(_ number: Int64?) throws -> ExitStatus {
    try context.telling(of: number) { try report(number) }
    if isRefused { return .conflict }
    return context.options.dryRun && context.options.detailedExitcode && rows > 0
      ? .changesPending : .done
  }

  private mutating func performRows(_ change: ChangeTransaction) throws {
    var progress = ProgressLine(
      session: context.session, total: nil, isShown: !context.options.quiet)
    defer { progress.clear() }
    while true {
      var planned: [PlanReader.Row] = []
      var operations: [(operation: any Operation, earlierMark: ChangeMark?, reason: String?)] = []
      while planned.count < change.batchSize, let row = try reader.row() {
        planned.append(row)
        let read = try reader.operation(row.row, window: window)
        operations.append((read.operation, row.row.earlierMark, read.reason))
      }
      guard !planned.isEmpty else { return }
      if rows == 0 { try change.lookBack(planned.map(\.row.earlierMark)) }
      let results = try change.perform(operations)
      for (row, result) in zip(planned, results) { examine(row, result) }
      progress.update(rows, "rows")
      try SignalInbox.check()
    }
  }

  private mutating func examine(_ row: PlanReader.Row, _ result: Result<Performed, Rejection>) {
    rows += 1
    let place = row.row.line.map { "line \($0): " } ?? ""
    switch result {
    case .failure(let rejection): tell(place + rejection.rowText(rejection.words))
    case .success(let performed):
      if let refusal = performed.effect.refusal {
        return tell(place + refusal.rowText(refusal.words))
      }
      guard !performed.isUnchanged else { return unchanged += 1 }
      let moved = comparison.moved(row.changes, newKey: row.row.newKey, by: performed)
      guard let moved else {
        let path = path
        return tally.count(performed, at: Self.place(row, in: path))
      }
      let field = moved.field.map { ", \($0)" } ?? ""
      tell("\(place)\(moved.record)\(field): planned \(moved.planned), found \(moved.found)")
    }
  }

  private static func place(_ row: PlanReader.Row, in path: String) -> String {
    row.row.line.map { "\(path), line \($0)" } ?? path
  }

  private mutating func tell(_ words: String) {
    movedRows += 1
    if movedRows <= 20 { context.say("\(path): \(words)") }
    if movedRows == 21 { context.say("… and others") }
  }

  private func report(_ number: Int64?) throws {
    if !context.options.quiet, !isRefused {
      for note in tally.toldNotes { context.say(note) }
    }
    let message =
      if let appliedBy {
        "already applied by change \(appliedBy); nothing was changed"
      } else if movedRows > 0 {
        "\(movedRows) of \(rows.counted("row")) changed since; nothing was applied. "
          + "Make a new plan with --plan-out"
      } else if let likelyMoved {
        "nothing was applied. If \(likelyMoved.cause), \(likelyMoved.remedy) and make a new plan; if "
          + "these are \(likelyMoved.others), apply it with "
          + "`ubadmin plan apply \(word: path) --accept unusual`"
      } else if context.options.dryRun {
        "\(rows.counted("row")) \(rows == 1 ? "is" : "are") as planned; dry run, nothing was changed"
      } else if let number {
        "\(rows - unchanged) row\(rows - unchanged == 1 ? "" : "s") changed as planned"
          + (unchanged > 0 ? ", \(unchanged) unchanged " : " ")
          + "(change \(number); undo it with `ubadmin change undo \(number)`)"
      } else {
        rows == 0 ? "nothing was planned" : "nothing to change"
      }
    if !context.options.quiet || isRefused { context.say("\(path): \(message)") }
    guard try context.format != .table else { return }
    let outcome =
      movedRows > 0
      ? "stale" : likelyMoved != nil ? "refused" : number == nil ? "unchanged" : "applied"
    try context.answer(
      outcome: OutcomePage.of(outcome: outcome, change: number, effect: Effect(message)))
  }
}
