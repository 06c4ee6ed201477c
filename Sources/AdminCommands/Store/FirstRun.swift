import Accounts
import Glibc

/// The first run: at a terminal, without a store, the two ways on are offered.
extension CommandContext {
  /// Makes a store where there is none, if somebody at the terminal wants one.
  func offerStore(at location: StoreLocation) throws {
    guard case .file(let path) = location, session.ownsProcess, !options.noInput,
      session.terminal.inputIsTerminal, session.terminal.errorIsTerminal,
      unsafe access(path, F_OK) != 0, errno == ENOENT
    else { return }
    say(lines: Self.offer(path))
    guard let verb = try chosenVerb() else { return }
    let status = Dispatch.run(["store", verb, "--yes", "--", path], in: session)
    if status != .done { throw status }
  }

  /// Nil if it is left for later.
  private func chosenVerb() throws -> String? {
    while true {
      PromptLine.write("Which? [1, 2 or Enter] ", to: STDERR_FILENO)
      let typed = try PromptLine.answer(STDIN_FILENO, unless: { SignalInbox.asksToStop })
      switch typed?.trimmed {
      case "1": return "init"
      case "2": return "demo"
      case "": return nil
      case nil:
        PromptLine.write("\n", to: STDERR_FILENO)
        throw CommandError(.usage, "the input ended without an answer; nothing was done")
      case let other?: say("found \(other), expected 1, 2 or Enter")
      }
    }
  }

  private static func offer(_ path: String) -> String {
    """
    There is no store at \(path) yet.
      1  create an empty store there         (ubadmin store init)
      2  create a sample city there, to try  (ubadmin store demo)
      Press Enter to skip; use --store for another store.
    """
  }
}
