import Accounts
import Synchronization

/// The line on the terminal that says what a store waits for, from about a second on, and how to give up.
enum StoreWaitLine {
  private struct State {
    /// Of the terminal for messages; nil where nothing is shown.
    var columns: Int?
    /// Waits are nested where a store that was lost is opened again.
    var depth = 0
    var line: WaitingLine?
  }

  private static let state = Mutex(State())
  /// The columns that the seconds in front of it take.
  private static let room = 8
  private static let usualColumns = 80

  /// Whether it occupies the terminal's line.
  static var isWaiting: Bool { state.withLock { $0.depth > 0 } }

  /// From now on stores wait for this command.
  static func follow(_ options: GlobalOptions, in session: Session) {
    let isShown = session.ownsProcess && session.terminal.errorIsTerminal && !options.quiet
    state.withLock { state in
      state.columns = isShown ? session.terminal.errorColumns ?? usualColumns : nil
    }
  }

  /// - Parameter what: nil when a wait is over.
  static func tell(_ what: WaitedFor?) {
    state.withLock { state in
      guard let what else {
        state.depth = max(state.depth - 1, 0)
        guard state.depth == 0 else { return }
        state.line?.stop()
        state.line = nil
        return
      }
      state.depth += 1
      guard state.depth == 1, let columns = state.columns else { return }
      state.line = WaitingLine.start(saying: text(what, columns: columns))
    }
  }

  /// Fitted to the terminal: a line that is broken could not be written over.
  static func text(_ what: WaitedFor, columns: Int) -> String {
    let subjects: [String] =
      switch what {
      case .writer(let holder): (holder.map { [$0] } ?? []) + ["another writer"]
      case .server: ["the server"]
      }
    let texts = subjects.map { "waiting for \($0); Ctrl-C gives up" } + ["waiting; Ctrl-C gives up"]
    return texts.first { $0.count + room < columns } ?? ""
  }
}
