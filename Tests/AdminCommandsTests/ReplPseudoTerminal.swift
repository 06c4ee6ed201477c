import Glibc
import Synchronization

/// A terminal whose keyboard and screen are a test's.
final class PseudoTerminal: Sendable {
  /// What went wrong, with what was on the screen.
  struct Fault: Error, CustomStringConvertible { let description: String }

  /// For the program that is to run in it.
  let path: String
  private let keyboard: Int32
  private let isConnected = Atomic(true)
  private let started = Mutex<[pid_t]>([])

  /// Linux's numbers of the ioctls behind unlockpt and ptsname, which Glibc hides from Swift.
  private enum Request {
    static let unlock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
  }

  init() throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard keyboard >= 0, ioctl(keyboard, Request.unlock, &locked) == 0,
      ioctl(keyboard, Request.number, &number) == 0
    else { throw Fault(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    path = "/dev/pts/\(number)"
  }

  /// A test that failed has not waited for its program. While one is left, the watcher of exit tests
  /// sees no other end, and the run never ends.
  deinit {
    hangUp()
    for process in started.withLock({ $0 }) where waitpid(process, nil, WNOHANG) == 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  /// What runs in the terminal gets SIGHUP.
  func hangUp() {
    if isConnected.exchange(false, ordering: .relaxed) { close(keyboard) }
  }

  /// Whether the terminal echoes and edits lines by itself, as a shell wants to find it.
  var isInLineMode: Bool { mode & tcflag_t(ECHO | ICANON) == tcflag_t(ECHO | ICANON) }

  /// Whether whole lines are read without being shown.
  var isEchoOff: Bool { mode & tcflag_t(ECHO | ICANON) == tcflag_t(ICANON) }

  private var mode: tcflag_t {
    var mode = termios()
    return tcgetattr(keyboard, &mode) == 0 ? mode.c_lflag : 0
  }

  /// Starts a program with this as its controlling terminal.
  func spawn(_ program: String, _ arguments: [String] = [], environment: [String: String] = [:])
    throws -> pid_t
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The pool's threads, on which tests run, block signals.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A shell that runs the tests in the background lets them ignore the keyboard's signals.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in Self.typedSignals { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // The first terminal that a new session opens is its own. Glibc hides POSIX_SPAWN_SETSID.
    let newSession: Int16 = 0x80
    let signals = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, newSession | signals)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, words, variables)
    guard code == 0 else {
      throw Fault(description: "cannot start \(program): \(String(cString: strerror(code)))")
    }
    started.withLock { $0.append(process) }
    return process
  }

  /// Makes this the controlling terminal of the calling process, plain and in UTF-8.
  static func enter(_ path: String) {
    setenv("INPUTRC", "/dev/null", 1)
    setenv("TERM", "dumb", 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "")
    receiveSignals()
    setsid()
    let terminal = open(path, O_RDWR)
    for descriptor in 0...2 { dup2(terminal, Int32(descriptor)) }
    close(terminal)
  }

  private static let typedSignals = [SIGINT, SIGQUIT]

  /// The pool's threads block signals; this one is to get them, as a program's main thread does.
  static func receiveSignals() {
    for number in typedSignals { signal(number, SIG_DFL) }
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
  }

  func type(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Milliseconds after which a test gives up, whatever else the machine has to do: only a program
  /// that hangs takes so long.
  private static let patience = 240_000

  /// Reads the screen up to `text`; what stood before it is returned.
  @discardableResult
  func expect(_ text: String) throws -> String {
    let wanted = Array(text.utf8)
    var seen: [UInt8] = []
    let deadline = Self.now() + Self.patience
    while let byte = try nextByte(before: deadline, of: text, seen) {
      seen.append(byte)
      if seen.suffix(wanted.count).elementsEqual(wanted) {
        return String(decoding: seen.dropLast(wanted.count), as: UTF8.self)
      }
    }
    throw missing(text, seen)
  }

  /// Reads up to the end of the program's next prompt, which alone begins a line with the program's name and a
  /// blank; answers what was read. Only then the program listens: help and messages contain `> ` as well.
  @discardableResult
  func expectPrompt() throws -> String {
    var seen: [UInt8] = []
    let deadline = Self.now() + Self.patience
    while let byte = try nextByte(before: deadline, of: "a prompt", seen) {
      seen.append(byte)
      guard byte == UInt8(ascii: " "), seen.suffix(2).first == UInt8(ascii: ">") else { continue }
      let line = String(
        decoding: seen[(seen.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...],
        as: UTF8.self)
      if line.hasPrefix("ubadmin ") || line.hasPrefix(Self.bracketedPaste + "ubadmin ") {
        return String(decoding: seen, as: UTF8.self)
      }
    }
    throw missing("a prompt", seen)
  }

  /// What Readline writes before a prompt, except on a terminal without such codes.
  private static let bracketedPaste = "\u{1b}[?2004h"

  /// Reads until the last program has closed the terminal.
  func expectEnd() throws {
    let deadline = Self.now() + Self.patience
    var seen: [UInt8] = []
    while let byte = try nextByte(before: deadline, of: "the end", seen) { seen.append(byte) }
  }

  /// Nil when the terminal is closed on either side.
  private func nextByte(before deadline: Int, of text: String, _ seen: [UInt8]) throws -> UInt8? {
    guard isConnected.load(ordering: .relaxed) else { return nil }
    var input = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    let rest = deadline - Self.now()
    guard rest > 0, poll(&input, 1, Int32(rest)) > 0 else { throw missing(text, seen) }
    var byte: UInt8 = 0
    return read(keyboard, &byte, 1) == 1 ? byte : nil
  }

  /// The status with which a spawned program ends, as a shell shows it.
  static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private func missing(_ text: String, _ seen: [UInt8]) -> Fault {
    Fault(
      description: "expected \(text.debugDescription) on the terminal, found "
        + String(decoding: seen, as: UTF8.self).debugDescription)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
