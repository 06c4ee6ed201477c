import Accounts
import ArgumentParser

/// `begin`
struct BeginCommand: AdminCommand {
  static let uses: OptionUse = .data
  static let help = CommandHelp(
    "begin", abstract: "Make the commands that follow one change, at the prompt",
    discussion: HelpText.discussion(
      """
      The commands up to `commit` are one change: the journal shows one, and `undo` undoes all of it. \
      `rollback` drops them. What comes later in it sees what came before. From the first command that \
      changes something, others who want to change the store wait, so do not leave one open.

      A command that fails rolls all of it back, and `rollback` is the only way on. At a terminal, \
      neither a line that is no whole command nor a record that is not found by a command that only \
      shows counts as a failure. A script that ends inside a transaction is rolled back and exits with \
      status 1; whoever leaves the prompt is asked. Commands that make changes of their own, such as `change undo`, `plan apply` and \
      `mail send`, are refused meanwhile.
      """, examples: ["begin"], statuses: .ofWriting))

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.transactionStore()
    guard store.open == nil else {
      throw CommandError(
        .usage, "a transaction is open already", remedy: "end it with `commit` or `rollback`")
    }
    store.openChange()
    return .done
  }
}

/// `commit`
struct CommitCommand: AdminCommand {
  static let uses: OptionUse = .data
  static let help = CommandHelp(
    "commit", abstract: "Make the change that began with `begin`",
    discussion: HelpText.discussion(
      "All commands since `begin` become one change of the journal.", examples: ["commit"],
      statuses: .ofWriting))

  func run(in context: CommandContext) throws -> ExitStatus {
    let (store, open) = try context.openTransaction()
    guard !open.hasFailed else { throw FailedTransaction.error }
    let number = try store.commitOpenChange()
    let message = number == nil ? "nothing to commit" : "committed \(open.counted)"
    try context.telling(of: number) {
      try context.tell(message, outcome: number == nil ? "unchanged" : "applied", change: number)
    }
    return .done
  }
}

/// `rollback`
struct RollbackCommand: AdminCommand {
  static let uses: OptionUse = .data
  static let help = CommandHelp(
    "rollback", abstract: "Drop the commands since `begin`",
    discussion: HelpText.discussion(
      "Nothing that was done since `begin` remains.", examples: ["rollback"],
      statuses: .ofWriting))

  func run(in context: CommandContext) throws -> ExitStatus {
    let (store, open) = try context.openTransaction()
    store.rollBackOpenChange()
    try context.tell(
      open.isEmpty && open.commands == 0
        ? "rolled back; nothing was changed" : "rolled back \(open.counted); nothing was changed",
      outcome: "unchanged", change: nil)
    return .done
  }
}

/// What is said in a transaction of which a command has failed.
enum FailedTransaction {
  static let error = CommandError(
    .refused, "a command of this transaction has failed; nothing of it was changed",
    remedy: "end it with `rollback`, and begin again")
}

extension OpenChange {
  /// `2 commands`
  var counted: String { "\(commands) command\(commands == 1 ? "" : "s")" }
}

extension CommandContext {
  /// The store of the prompt or script, of which alone there are transactions.
  fileprivate func transactionStore() throws -> Store {
    guard session.prompt != nil else {
      throw CommandError(
        .usage, "\(name) is for the prompt and for scripts",
        remedy: "put the commands between begin and commit into a file, and `run` it")
    }
    guard options.store == nil else {
      throw CommandError(
        .usage, "\(name) is for the store of the prompt or script",
        remedy: "name the store where you open the prompt or run the script")
    }
    return try store(.read)
  }

  fileprivate func openTransaction() throws -> (Store, OpenChange) {
    let store = try transactionStore()
    guard let open = store.open else {
      throw CommandError(.usage, "no transaction is open", remedy: "begin one with `begin`")
    }
    return (store, open)
  }

  fileprivate func tell(_ message: String, outcome: String, change: Int64?) throws {
    if try format == .table {
      if !options.quiet { say(message + (change.map { " (change \($0))" } ?? "")) }
    } else {
      try answer(outcome: OutcomePage.of(outcome: outcome, change: change, effect: Effect(message)))
    }
  }
}
