import Accounts
import ArgumentParser

/// `begin`
struct BeginCommand: AdminCommand {
  static let uses: OptionUse = .data
  static let help = CommandHelp(
    "begin", abstract: "At the prompt, combine the next commands into one change",
    discussion: HelpText.discussion(
      """
      The commands up to `commit` become one change: the journal shows one, and `undo` undoes all of it. \
      `rollback` discards them. Later commands see what earlier ones did. From the first command that \
      changes something, everyone else who wants to change the store has to wait, so do not leave a \
      transaction open.

      A failed command rolls everything back, and only `rollback` can follow. At a terminal, \
      an incomplete command, or a record that a read-only command does not find, does not \
      count as a failure. A script that ends inside a transaction is rolled back and exits with \
      status 1; if you exit the prompt, you are asked. Commands that make separate changes, such as \
      `change undo`, `plan apply` and `mail send`, are refused in a transaction.
      """, examples: ["begin"], at: .prompt))

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.transactionStore()
    guard store.open == nil else {
      throw CommandError(
        .usage, "a transaction is already open", remedy: "end it with `commit` or `rollback`")
    }
    store.openChange()
    return .done
  }
}

/// `commit`
struct CommitCommand: AdminCommand {
  static let uses: OptionUse = .data
  static let reach: CommandReach = [.store, .changes]
  static let help = CommandHelp(
    "commit", abstract: "Commit the commands since `begin` as one change",
    discussion: HelpText.discussion(
      "All commands since `begin` become one change in the journal.", examples: ["commit"],
      at: .prompt))

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
    "rollback", abstract: "Roll back the commands since `begin`",
    discussion: HelpText.discussion(
      "Discards everything done since `begin`.", examples: ["rollback"], at: .prompt))

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
    .refused, "a command in this transaction has failed; nothing was changed",
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
        .usage, "\(name) works only at the prompt and in scripts",
        remedy: "put the commands from begin to commit in a file, and `run` it")
    }
    guard options.store == nil else {
      throw CommandError(
        .usage, "\(name) is for the store of the prompt or script",
        remedy: "give --store when you open the prompt or run the script")
    }
    return try store(.read)
  }

  fileprivate func openTransaction() throws -> (Store, OpenChange) {
    let store = try transactionStore()
    guard let open = store.open else {
      throw CommandError(.usage, "no transaction is open", remedy: "begin one with `begin`")
    }
    guard open !== session.prompt?.outer else {
      throw CommandError(
        .usage, "\(name): the transaction was begun outside of this script",
        remedy: "end it where it was begun, and leave \(name) out of the script")
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
