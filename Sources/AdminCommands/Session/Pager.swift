import Glibc
import Reports

/// A program that shows long output a screen at a time.
final class Pager {
  /// As errors of writing to it say.
  static let name = "the pager"
  let output: OutputBuffer
  private let session: Session
  private let process: pid_t
  private let pipe: Int32
  private let watch: SignalWatch?
  private let sigpipe: __sighandler_t?
  private var isOpen = true

  /// Nil if there is none, or it cannot be started.
  init?(_ context: CommandContext) {
    let session = context.session
    guard session.terminal.outputIsTerminal, !context.options.noPager,
      let command = Self.command(context), !command.isEmpty,
      context.allowsShell || Self.isLess(command), Self.isThere(command, context)
    else { return nil }
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var environment = session.environment
    // Less can be kept from opening a shell.
    if !context.allowsShell { environment["LESSSECURE"] = "1" }
    // A signal that ended us alone, also while the pager starts, would leave it behind, and it takes the
    // shell's keys.
    let watch = session.ownsProcess ? SignalWatch.ofLongWork() : nil
    guard let process = Self.start(command, input: ends[0], environment) else {
      close(ends[0])
      close(ends[1])
      watch?.end()
      return nil
    }
    close(ends[0])
    self.session = session
    self.process = process
    pipe = ends[1]
    output = OutputBuffer(descriptor: ends[1], name: Self.name)
    // Quitting the pager early is not an error.
    sigpipe = signal(SIGPIPE, SIG_IGN)
    self.watch = watch
    if session.ownsProcess, Self.isOne(command) { StatementCanceler.watch(pager: process) }
  }

  deinit { finish() }

  /// Lets the reader finish, unless a signal has ended the pager.
  func finish() {
    guard isOpen else { return }
    isOpen = false
    // All output is written: from here on, Ctrl-C belongs to the pager. It knows once the pipe is closed.
    let reading = watch.map { _ in SignalWatch.ignoring(SIGINT) }
    close(pipe)
    // It is told of no signal once its number may be another process's.
    var facts = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(process), &facts, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    if watch != nil { StatementCanceler.watch(pager: nil) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    reading?.end()
    watch?.end()
    signal(SIGPIPE, sigpipe)
    guard status & 0x7f == 0, [126, 127].contains(status >> 8 & 0xff) else { return }
    session.say("note: the pager could not be run; to see all of the output, use --no-pager")
  }

  /// Whether a single program is there, before anything is written to it. What a shell makes of more is
  /// not known.
  private static func isThere(_ command: String, _ context: CommandContext) -> Bool {
    let name = String(command.split(separator: " ").first ?? "")
    guard isProgram(command), FileNames.program(name, context.session.environment) == nil else {
      return true
    }
    if !context.options.quiet {
      context.say("note: there is no pager \(name); the output is shown without one")
    }
    return false
  }

  private static func command(_ context: CommandContext) -> String? {
    if let configured = try? context.configuration[.pager] { return configured.value }
    let environment = context.session.environment
    // A terminal that can only write lines shows no screens.
    guard let terminal = environment["TERM"], terminal != "dumb" else { return nil }
    if let pager = environment["PAGER"] { return pager }
    return ["/usr/bin/less", "/bin/less"].first { unsafe access($0, X_OK) == 0 }
  }

  private static func isLess(_ command: String) -> Bool {
    let program = command.split(separator: " ").first ?? ""
    return isOne(command) && program.split(separator: "/").last == "less"
  }

  /// One program takes the shell's place, so that a signal to the process is a signal to the program.
  static func isOne(_ command: String) -> Bool {
    command.allSatisfy { $0.isLetter || $0.isNumber || " /.,:@%+_-".contains($0) }
  }

  /// False for the shell's keywords and built-in commands.
  private static func isProgram(_ command: String) -> Bool {
    isOne(command) && !shellWords.contains(command.split(separator: " ").first ?? "")
  }

  private static let shellWords: Set<Substring> = [
    ".", ":", "alias", "cd", "command", "eval", "exec", "exit", "export", "hash", "read", "return",
    "set", "times", "trap", "type", "ulimit", "umask", "unset", "wait",
  ]

  static func start(_ command: String, input: Int32, _ environment: [String: String])
    -> pid_t?
  {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // The prompt ignores SIGPIPE and SIGQUIT; the pager and what it starts must not.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGQUIT] { unsafe sigaddset(&defaults, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var variables = environment
    // Quit when all fits on a screen, keep colors, go sideways, leave the screen as it is.
    // Behind sudo the pager runs as another account, and must not open a shell.
    if variables["SUDO_USER"] != nil { variables["LESSSECURE"] = "1" }
    variables["LESS"] = variables["LESS"].map { "-R " + $0 } ?? "FRSX"
    let arguments: [UnsafeMutablePointer<CChar>?] =
      unsafe ["/bin/sh", "-c", isProgram(command) ? "exec \(command)" : command]
      .map { (word: String) in unsafe strdup(word) } + [nil]
    let entries: [UnsafeMutablePointer<CChar>?] =
      unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (arguments + entries).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, entries)
    return code == 0 ? process : nil
  }
}
