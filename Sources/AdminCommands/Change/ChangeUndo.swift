import Accounts
import ArgumentParser
import Reports

/// `change undo`
struct ChangeUndo: AdminCommand {
  static let uses: OptionUse = [.data, .trial, .plan, .questions, .personal]
  static let reach: CommandReach = [.store, .changes]
  static let help = CommandHelp(
    "undo", abstract: "Undo a change, completely or not at all",
    discussion: HelpText.discussion(
      """
      Every field that the change wrote must still be as the change left it; otherwise nothing is \
      undone, and the row that has changed since is named. Later changes to other fields are kept. \
      An undo is itself a change: undoing it restores the change, except for \
      unsent mails and the links in them. If the change wrote a bank file, \
      one of its mails has been sent, a bank file has drafted its bills, or has drafted again what it had \
      reversed, the undo needs confirmation, at the terminal or with --yes: \
      what was sent cannot be recalled. So does the undo of a bill whose balance was transferred to \
      another account, or of a transferred balance that was paid. Numbers of records that an undo removes, such as payment numbers, are never \
      reused. Only an admin can undo a change that only an admin can make.

      Without a number, it undoes your own last change that is still in effect, after confirmation at \
      the terminal or with --yes. The last one is the one with the highest number, even if an older \
      one was redone after it. Repeated, it steps back. Sending mail cannot be undone, so it is \
      skipped, and so is `store migrate`. `change redo` steps forward. At the prompt both are `undo` and `redo`.

      It needs a supervisor. A clerk is told the number of the change, for a supervisor to undo it.
      """,
      examples: [
        "change undo", "change undo 12 --dry-run", "change undo 12 --reason \"wrong file\"",
      ]))
  static let leastRole = Rights.undo
  static let standsAlone = true

  @Argument(help: "number of the change; default: your own last one")
  var change: Int64?
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.write)
    guard let change else { return try undoLast(on: store, context) }
    return try ChangeReversal(change: change, reason: reason).run(on: store, in: context)
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
  static let reach: CommandReach = [.store, .changes]
  static let help = CommandHelp(
    "redo", abstract: "Redo the change that your last undo reversed",
    discussion: HelpText.discussion(
      """
      Undoes your last undo that is still in effect, after confirmation at the terminal or with --yes, \
      even if you have made other changes since. Repeated, it steps forward. `change undo` with the \
      number of any undo does the same. It needs a supervisor.
      """, examples: ["change redo", "change redo --yes"]))
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
    return try ChangeReversal(change: last.number, reason: reason, redone: last.undone?.number)
      .run(on: store, in: context)
  }
}

extension CommandContext {
  /// The name under which the journal keeps the operator's changes.
  fileprivate func authorName(on store: Store) throws -> String {
    try require(Rights.undo, for: name, on: store)
    return identity.operatorName
  }

  /// A change that was not named is undone only after a yes. For an undo, the question names what
  /// it brings back.
  fileprivate func agree(_ verb: String, to change: NamedChange, of store: Store) throws {
    let named = change.undone ?? (change.number, change.at, change.command)
    let what =
      "change \(named.number) of \(store.settings.zone.day(of: named.at)): \(named.command)"
    guard !options.dryRun else { return say("\(verb): \(what)") }
    guard try confirms("\(verb) \(what)?") else {
      throw CommandError(
        .refused, "nothing was changed; the last is \(what)",
        remedy: "to do it: `ubadmin change undo \(change.number)`")
    }
    if options.yes, !options.quiet { say("\(verb): \(what)") }
  }
}

extension CommandContext {
  /// What somebody who may not undo asks another for; nil if this is no undo.
  func undoToAskFor(on store: Store) -> String? {
    let verbs = ["change undo": "undo", "change redo": "redo", "job undo": "undo"]
    guard let verb = verbs[name] else { return nil }
    let author = identity.operatorName
    let named = typed.firstIndex(of: verb).flatMap { place in
      typed.dropFirst(place + 1).first.flatMap { Int64($0) }
    }
    let last =
      try? verb == "undo" ? store.lastChange(by: author) : store.lastUndo(by: author)
    return (named ?? last?.number).map { Self.asking(leastRole, toUndo: $0) }
  }

  static func asking(_ role: Role, toUndo change: Int64) -> String {
    "ask \(role.phrase) to run `ubadmin change undo \(change)`"
  }
}
