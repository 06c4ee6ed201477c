import Accounts
import Reports

/// Takes one change back.
struct ChangeReversal {
  let change: Int64
  let reason: String?
  /// What is redone, where the change is an undo.
  var redone: Int64?

  func run(on store: Store, in context: CommandContext) throws -> ExitStatus {
    // An undo must not give back what a higher role has taken.
    let least = OperationCatalogue.rights.undoing(try store.tables(of: change))
    try context.require(least, for: "undoing change \(change)", on: store) {
      CommandContext.asking(least, toUndo: change)
    }
    let author = context.author(reason: try reason.map { try Remark($0).text })
    try context.prepareAnswer()
    let done: (undone: Undone, removed: Int)
    do {
      done = try undo(
        on: store, author, context, leavesOutside: context.options.yes || context.options.dryRun)
    } catch let outside as IrrevocableEffects {
      let words = outside.words.joined(separator: "; ")
      guard try context.confirms("Undo change \(change)? \(words).") else {
        throw CommandError(
          .refused, "change \(change) was not undone: \(words)",
          remedy: "to undo it anyway: `ubadmin change undo \(change) --yes`")
      }
      done = try undo(on: store, author, context, leavesOutside: true)
    }
    try context.telling(of: done.undone.change) {
      try report(done.undone, removed: done.removed, context)
    }
    return context.options.dryRun && context.options.detailedExitcode && done.undone.rows > 0
      ? .changesPending : .done
  }

  /// Also tells how many of the rows are no longer there.
  private func undo(
    on store: Store, _ author: Author, _ context: CommandContext, leavesOutside: Bool
  ) throws -> (undone: Undone, removed: Int) {
    let plan = context.options.dryRun ? try context.shownPlan(on: store) : nil
    var progress = ProgressLine(
      session: context.session, total: try? store.change(change).map { Int($0.rowCount) },
      isShown: !context.options.quiet && plan == nil)
    defer { progress.clear() }
    var (count, removed) = (0, 0)
    do {
      let undone = try store.undo(
        change: change, author: author, isDryRun: context.options.dryRun,
        leavesOutside: leavesOutside
      ) { row in
        try plan?.add(change: row)
        count += 1
        if row.after == nil { removed += 1 }
        progress.update(count, "rows")
      }
      try plan?.finish()
      // Where another writer was faster, rows were counted twice.
      return (undone, count == Int(undone.rows) ? removed : 0)
    } catch {
      plan?.discard()
      throw error
    }
  }

  private func report(_ undone: Undone, removed: Int, _ context: CommandContext) throws {
    let (isDry, restored) = (context.options.dryRun, Int(undone.rows) - removed)
    let what = redone.map { "change \($0)" } ?? "change \(change)"
    let message: String
    if let earlier = undone.alreadyBy {
      message = "change \(change) is already undone, by change \(earlier)"
    } else if isDry {
      let effect = Self.effect([("restores ", restored, ""), ("removes ", removed, "")], " and ")
      let verb = redone == nil ? "undoing" : "redoing"
      message = "dry run, nothing was changed: \(verb) \(what) \(effect)"
    } else {
      let effect = Self.effect([("", restored, " restored"), ("", removed, " removed")], ", ")
      let number = undone.change.map { " (change \($0))" } ?? ""
      message = "\(what) \(redone == nil ? "undone" : "redone"), \(effect)\(number)"
    }
    if !context.options.quiet {
      context.say(message)
      for words in undone.outside.words { context.say("note: " + words) }
      if undone.secretsGone > 0 {
        context.say("note: mails and links that had not been sent are not restored; send new ones")
      }
    }
    guard try context.format != .table, !context.options.dryRun else { return }
    let outcome = undone.alreadyBy == nil ? "applied" : "unchanged"
    try context.answer(
      outcome: OutcomePage.of(outcome: outcome, change: undone.change, effect: Effect(message)))
  }

  /// What became of how many rows; of none only if there are no others.
  private static func effect(
    _ parts: [(before: String, rows: Int, after: String)], _ mark: String
  ) -> String {
    let some = parts.filter { $0.rows > 0 }
    return (some.isEmpty ? Array(parts.prefix(1)) : some)
      .map { $0.before + $0.rows.counted("row") + $0.after }.joined(separator: mark)
  }
}
