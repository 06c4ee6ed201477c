import Accounts
import Glibc
import Synchronization

/// A line on the terminal while an answer is worked out of which nobody knows how far it is: what has
/// taken longer than a second says so, until its first row comes.
final class WaitingLine: Sendable {
  private enum State { case waiting, drawn, over }

  private let state = Mutex(State.waiting)

  private init() {}

  /// Nil if nobody would see it.
  static func start(in session: Session, isShown: Bool) -> WaitingLine? {
    guard isShown, session.ownsProcess, session.terminal.errorIsTerminal else { return nil }
    let line = WaitingLine()
    return WorkThread.start({ line.run() }) ? line : nil
  }

  private func run() {
    var tenths = 0
    while true {
      usleep(100_000)
      tenths += 1
      let isOver = state.withLock { state in
        if state != .over, tenths >= 10, tenths.isMultiple(of: 5) {
          Self.write("\r\(tenths / 10) s\u{1b}[K")
          state = .drawn
        }
        return state == .over
      }
      if isOver { return }
    }
  }

  /// Nothing of it is left on the terminal.
  func stop() {
    state.withLock { state in
      if state == .drawn { Self.write("\r\u{1b}[K") }
      state = .over
    }
  }

  private static func write(_ text: String) { PromptLine.write(text, to: STDERR_FILENO) }
}
