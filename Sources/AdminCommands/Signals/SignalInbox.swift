import Glibc
import Synchronization

/// What signals have asked for since the last command began.
enum SignalInbox {
  private static let interrupts = Atomic<Int>(0)
  private static let end = Atomic<Int32>(0)
  /// Signals to be passed on once the terminal is as it was, bit by number.
  private static let held = Atomic<UInt64>(0)
  /// The ends of a pipe: signals may come on any thread, so they ring for the one that waits.
  private static let pipe = Bell()
  /// The same for the thread that interrupts statements, which must not take the other's ring.
  private static let statementBell = Bell()

  /// Ctrl-C, or a signal that ends the program: a running command stops at the next good place.
  static var asksToStop: Bool { isInterrupted || endingSignal != nil }
  static var isInterrupted: Bool { interrupts.load(ordering: .relaxed) > 0 }
  static var holdsSignals: Bool { held.load(ordering: .relaxed) != 0 }

  /// SIGTERM or SIGHUP.
  static var endingSignal: Int32? {
    let signal = end.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// The status of a program that a signal stopped.
  static var status: Int32 { 128 + (endingSignal ?? SIGINT) }

  /// Forgets Ctrl-C; a signal that ends the program stays.
  static func clear() { interrupts.store(0, ordering: .relaxed) }

  /// The signals that were held, which are then held no longer.
  static func takeHeld() -> [Int32] {
    let bits = held.exchange(0, ordering: .relaxed)
    return (1..<64).filter { bits & 1 << UInt64($0) != 0 }
  }

  /// Readable after a signal.
  static var bell: Int32 { pipe.output }

  static func silenceBell() { pipe.silence() }

  /// Waits for a signal, or for so long; -1 is for ever.
  static func waitForStatementBell(milliseconds: Int32) {
    var source = pollfd(fd: statementBell.output, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&source, 1, milliseconds)
    statementBell.silence()
  }

  static func ringForStatement() { statementBell.ring() }

  /// Makes what the handlers write to, which is too late in a handler.
  static func prepare() {
    _ = (asksToStop, holdsSignals, bell, statementBell)
  }

  /// Ends the program by the signal that asked for it, so that the parent sees that.
  static func passOnEnd() {
    guard let endingSignal else { return }
    signal(endingSignal, SIG_DFL)
    raise(endingSignal)
  }

  /// Runs in the signal handler: Ctrl-C, or the end.
  static func receive(_ signal: Int32) {
    if signal != SIGINT {
      end.store(signal, ordering: .relaxed)
    } else {
      countInterrupt()
    }
    pipe.ring()
    statementBell.ring()
  }

  /// Runs in the signal handler: for later.
  static func hold(_ signal: Int32) {
    held.bitwiseOr(1 << UInt64(signal), ordering: .relaxed)
    pipe.ring()
  }

  private static func countInterrupt() {
    switch interrupts.add(1, ordering: .relaxed).newValue {
    case 1: break
    case 2: say("\nubadmin: still stopping; press Ctrl-C again to exit immediately\n")
    default:
      // The command does not answer: let the signal end the program.
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
  }

  private static func say(_ text: StaticString) {
    _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}

/// A pipe that a signal handler may write to.
private struct Bell: Sendable {
  let output: Int32
  private let input: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe, signals still end the wait of the thread that they come to.
    if unsafe pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (output, input) = (ends[0], ends[1])
  }

  func silence() {
    var bytes: (UInt64, UInt64) = (0, 0)
    while unsafe read(output, &bytes, 16) == 16 {}
  }

  func ring() {
    let code = errno
    var byte: UInt8 = 1
    _ = unsafe write(input, &byte, 1)
    errno = code
  }
}

extension SignalInbox {
  /// For what takes long: stops it with nothing half done.
  static func check() throws(CommandError) {
    if asksToStop { throw CommandError.interrupted }
  }
}

extension CommandError {
  /// A signal has stopped what only reads, or undoes what it wrote.
  static let interrupted = CommandError(.interrupted, "interrupted; nothing was changed")
}
