import Accounts

/// What holds for commands between `begin` and `commit`.
extension CommandContext {
  /// Refuses what cannot be part of a transaction, before it does anything.
  func refuseInTransaction(_ command: any AdminCommand) throws {
    guard let open = session.prompt?.store?.open, !(command is RollbackCommand) else { return }
    guard !open.hasFailed else { throw FailedTransaction.error }
    let fault: String? =
      if type(of: command).standsAlone {
        name
      } else if options.reveal {
        // A rollback would take the record of it along.
        "--reveal"
      } else if options.dryRun, !open.isEmpty {
        "--dry-run"
      } else if options.store != nil {
        "--store"
      } else {
        nil
      }
    guard let fault else { return }
    throw CommandError(
      .usage, "\(fault) cannot be part of a transaction",
      remedy: "end it with `commit` or `rollback`")
  }
}

extension Prompt {
  /// Rolls an open transaction back after a command that failed. At a terminal a line that is no whole
  /// command may fail, and what only shows; a question may be left before anything was done.
  /// - Returns: whether it has failed only now.
  func note(_ status: ExitStatus) -> Bool {
    hasAsked = false
    defer { hasLeftQuestion = false }
    guard let store, let open = store.open, !open.hasFailed else { return false }
    switch status {
    case .done, .changesPending, .someRowsFailed: return false
    case .usage where !isScript, .notFound where !isScript && !changes: return false
    case .interrupted where hasLeftQuestion && !open.isHalfDone: return false
    default:
      store.failOpenChange()
      return true
    }
  }

  /// Whether `open` is a transaction that began here, and not around it.
  func endTransaction(of outer: OpenChange?) -> OpenChange? {
    guard let store, let open = store.open, open !== outer else { return nil }
    store.rollBackOpenChange()
    return open
  }
}

extension Session {
  /// Leaving an open transaction is confirmed the first time, not the second.
  func mayLeave() -> Bool {
    guard let prompt, let open = prompt.store?.open, !open.isEmpty, !prompt.hasAsked else {
      return true
    }
    prompt.hasAsked = true
    let question = "A transaction with \(open.counted) is open. Roll it back and exit?"
    // At the end of the input, exit instead of asking again.
    return (try? Confirmation().ask(question)) ?? true
  }
}
