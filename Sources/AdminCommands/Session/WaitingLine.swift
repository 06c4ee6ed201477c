import Accounts
import Glibc
import Synchronization

/// A line on the terminal while a command of unknown length runs: after one second it shows the seconds and
/// the current part, until the first row of the output.
final class WaitingLine: Sendable {
  private enum State { case waiting, drawn, over }

  private let state = Mutex(State.waiting)
  private let part = Mutex("")
  /// Whether it is hidden while `StoreWaitLine` is shown.
  private let yields: Bool

  private init(yields: Bool) { self.yields = yields }

  /// Nil if it would not be seen.
  static func start(in session: Session, isShown: Bool) -> WaitingLine? {
    guard isShown, session.ownsProcess, session.terminal.errorIsTerminal else { return nil }
    return start(WaitingLine(yields: true))
  }

  /// Where it is known that it would be seen.
  static func start(saying text: String) -> WaitingLine? {
    let line = WaitingLine(yields: false)
    line.show(part: text)
    return start(line)
  }

  private static func start(_ line: WaitingLine) -> WaitingLine? {
    WorkThread.start({ line.run() }) ? line : nil
  }

  private func run() {
    var tenths = 0
    while true {
      usleep(100_000)
      tenths += 1
      let isDue = tenths >= 10 && tenths.isMultiple(of: 5) && !(yields && StoreWaitLine.isWaiting)
      let isOver = state.withLock { state in
        if state != .over, isDue {
          let part = part.withLock { $0.isEmpty ? "" : "  " + $0 }
          Self.write("\r\(tenths / 10) s\(part)\u{1b}[K")
          state = .drawn
        }
        return state == .over
      }
      if isOver { return }
    }
  }

  /// - Parameter text: short, so that it fits on one line of any terminal, e.g. `check 3 of 30`.
  func show(part text: String) { part.withLock { $0 = text } }

  /// Nothing of it is left on the terminal.
  func stop() {
    state.withLock { state in
      if state == .drawn { Self.write("\r\u{1b}[K") }
      state = .over
    }
  }

  private static func write(_ text: String) { PromptLine.write(text, to: STDERR_FILENO) }
}
