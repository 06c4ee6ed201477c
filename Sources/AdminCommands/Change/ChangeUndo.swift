import Accounts
import ArgumentParser
import Reports

/// `change undo`
struct ChangeUndo: AdminCommand {
  static let uses: OptionUse = [.data, .trial, .plan, .questions, .personal]
  static let help = CommandHelp(
    "undo", abstract: "Undo a change, completely or not at all",
    discussion: HelpText.discussion(
      """
      Every field that the change wrote must still be as the change left it; otherwise nothing is \
      undone, and the row that has changed since is named. What later changes wrote to other fields stays. \
      An undo is itself a change: undoing it restores the change, except for \
      unsent mails and the links in them. If the change wrote a bank file, \
      or one of its mails has been sent, the undo needs confirmation, at the terminal or with --yes: \
      what was sent cannot be recalled. The numbers of such a file are never reused. What only an \
      admin may do, only an admin may undo.

      Without a number, it undoes your own last change that is still in effect, after confirmation at the terminal or with \
      --yes. Repeated, it steps back. Sending mail cannot be undone, so it is skipped. `change redo` steps forward. At the prompt both are `undo` \
      and `redo`.
      """,
      examples: [
        "change undo", "change undo 12 --dry-run", "change undo 12 --reason \"wrong file\"",
      ],
      statuses: .ofWriting))
  static let leastRole = Rights.undo
  static let standsAlone = true

  @Argument(
    help: ArgumentHelp("number of the change; default: your own last one", valueName: "change"))
  var number: Int64?
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.write)
    guard let number else { return try undoLast(on: store, context) }
    return try ChangeReversal(change: number, reason: reason).run(on: store, in: context)
  }

  private func undoLast(on store: Store, _ context: CommandContext) throws -> ExitStatus {
    guard let last = try store.lastChange(by: context.authorName(on: store)) else {
      throw CommandError(
        .notFound, "you have no change to undo", remedy: "see `ubadmin change list`")
    }
    try context.agree("Undo", to: last, of: store)
    return try ChangeReversal(change: last.number, reason: reason).run(on: store, in: context)
  }
}

/// `change redo`
struct ChangeRedo: AdminCommand {
  static let uses: OptionUse = [.data, .trial, .plan, .questions, .personal]
  static let help = CommandHelp(
    "redo", abstract: "Redo the change that your last undo reversed",
    discussion: HelpText.discussion(
      """
      Undoes your last undo that is still in effect, after confirmation at the terminal or with --yes. Repeated, it \
      steps forward. `change undo` with the number of any undo does the same.
      """, examples: ["change redo", "change redo --yes"], statuses: .ofWriting))
  static let leastRole = Rights.undo
  static let standsAlone = true

  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.write)
    guard let last = try store.lastUndo(by: context.authorName(on: store)) else {
      throw CommandError(
        .notFound, "you have no undo to redo", remedy: "see `ubadmin change list`")
    }
    try context.agree("Redo", to: last, of: store)
    return try ChangeReversal(change: last.number, reason: reason).run(on: store, in: context)
  }
}

extension CommandContext {
  /// The name under which the journal keeps the operator's changes.
  fileprivate func authorName(on store: Store) throws -> String {
    try require(Rights.undo, for: name, on: store)
    return identity.operatorName
  }

  /// What nobody named is undone only after a yes. Of an undo, what it brings back is named.
  fileprivate func agree(_ verb: String, to change: NamedChange, of store: Store) throws {
    let named = change.undone ?? (change.number, change.at, change.command)
    let what =
      "change \(named.number) of \(store.settings.zone.day(of: named.at)): \(named.command)"
    guard !options.dryRun else { return say("\(verb): \(what)") }
    guard try confirms("\(verb) \(what)?") else {
      throw CommandError(
        .refused, "nothing was changed; the last is \(what)",
        remedy: "to do it: ubadmin change undo \(change.number)")
    }
    if options.yes, !options.quiet { say("\(verb): \(what)") }
  }
}

/// Takes one change back.
struct ChangeReversal {
  let change: Int64
  let reason: String?

  func run(on store: Store, in context: CommandContext) throws -> ExitStatus {
    // An undo must not give back what a higher role has taken.
    try context.require(
      OperationCatalogue.rights.undoing(try store.tables(of: change)),
      for: "undoing change \(change)", on: store)
    let author = context.author(reason: try reason.map { try Remark($0).text })
    try context.prepareAnswer()
    let undone: Undone
    do {
      undone = try undo(
        on: store, author, context, leavesOutside: context.options.yes || context.options.dryRun)
    } catch let outside as OutsideReach {
      let words = outside.words.joined(separator: "; ")
      guard try context.confirms("Undo change \(change)? \(words).") else {
        throw CommandError(
          .refused, "change \(change) was not undone: \(words)",
          remedy: "to undo it anyway: ubadmin change undo \(change) --yes")
      }
      undone = try undo(on: store, author, context, leavesOutside: true)
    }
    try context.telling(of: undone.change) { try report(undone, context) }
    return context.options.dryRun && context.options.detailedExitcode && undone.rows > 0
      ? .changesPending : .done
  }

  private func undo(
    on store: Store, _ author: Author, _ context: CommandContext, leavesOutside: Bool
  ) throws -> Undone {
    let plan = context.options.dryRun ? try context.shownPlan(on: store) : nil
    var progress = ProgressLine(
      session: context.session, total: try? store.change(change).map { Int($0.rowCount) },
      isShown: !context.options.quiet && plan == nil)
    defer { progress.clear() }
    var count = 0
    do {
      let undone = try store.undo(
        change: change, author: author, isDryRun: context.options.dryRun,
        leavesOutside: leavesOutside
      ) { row in
        try plan?.add(change: row)
        count += 1
        progress.update(count, "rows")
      }
      try plan?.finish()
      return undone
    } catch {
      plan?.discard()
      throw error
    }
  }

  private func report(_ undone: Undone, _ context: CommandContext) throws {
    let message =
      if let earlier = undone.alreadyBy {
        "change \(change) is already undone, by change \(earlier)"
      } else if context.options.dryRun {
        "dry run, nothing was changed: undoing change \(change) restores \(undone.rows.counted("row"))"
      } else {
        "change \(change) undone, \(undone.rows) row\(undone.rows == 1 ? "" : "s") restored"
          + (undone.change.map { " (change \($0))" } ?? "")
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
}
