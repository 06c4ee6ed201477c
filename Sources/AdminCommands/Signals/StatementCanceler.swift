import Accounts
import Glibc
import Synchronization

/// Interrupts the statement that runs when a signal asks to stop, be it one that would never answer, and
/// ends the pager that waits for its rows.
///
/// Signals come to the thread that waits for the statement, so a separate thread tells the engine.
enum StatementCanceler {
  /// Stops the running statement; nil if none is running.
  private static let work = Mutex<(@Sendable () -> Void)?>(nil)
  /// The process of the pager; nil if there is none.
  private static let pager = Mutex<pid_t?>(nil)
  /// The process of what a line of the prompt has started; nil if there is none.
  private static let program = Mutex<pid_t?>(nil)
  /// A statement may begin just after the signal came, so the engine is told again after a pause.
  private static let pause: Int32 = 100
  private static let thread = WorkThread.start {
    while true {
      SignalInbox.waitForStatementBell(milliseconds: -1)
      while SignalInbox.asksToStop, interrupt() {
        SignalInbox.waitForStatementBell(milliseconds: pause)
      }
    }
  }

  /// From now on signals reach the statements of the connection at work.
  static func prepare() { _ = thread }

  /// Statements of this connection are interrupted, until another one or none takes its place.
  static func watch(_ interrupt: (@Sendable () -> Void)?) {
    // What was there before is closed, where it is, outside the lock.
    _ = Self.work.withLock { held in
      let before = held
      held = interrupt
      return before
    }
    if interrupt != nil, SignalInbox.asksToStop { SignalInbox.ringForStatement() }
  }

  /// The pager ends with the statement, until another one or none takes its place.
  static func watch(pager process: pid_t?) {
    pager.withLock { $0 = process }
    if process != nil, SignalInbox.asksToStop { SignalInbox.ringForStatement() }
  }

  /// The program ends with this one, and takes Ctrl-C as it likes, until another one or none takes its place.
  static func watch(program process: pid_t?) {
    program.withLock { $0 = process }
    if process != nil, SignalInbox.endingSignal != nil { SignalInbox.ringForStatement() }
  }

  /// A shell may ignore SIGTERM, and what is stopped hears nothing.
  static func end(program process: pid_t) {
    for signal in [SIGHUP, SIGTERM, SIGCONT] { kill(process, signal) }
  }

  /// False where no connection is at work, no pager waits, and no program has to end.
  private static func interrupt() -> Bool {
    let hasPager = pager.withLock { process in
      process.map { kill($0, SIGTERM) == 0 } ?? false
    }
    let hasProgram = program.withLock { process in
      guard let process, SignalInbox.endingSignal != nil else { return false }
      end(program: process)
      return true
    }
    return work.withLock { interrupt in
      interrupt?()
      return interrupt != nil || hasPager || hasProgram
    }
  }
}
