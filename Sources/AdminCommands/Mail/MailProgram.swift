import Accounts
import Glibc

/// A program that takes a message on standard input and recipients as words, as sendmail does. It
/// is named by the configuration of anyone who runs it, never by the store: a store's setting must not
/// choose what another's account executes.
struct MailProgram {
  let path: String
  let words: [String]
  let environment: [String: String]
  /// How long it may take for one message.
  var patience = 120.0

  /// - Parameter command: the program and its first words, quoted as a shell does.
  init(_ command: String, environment: [String: String]) throws(CommandError) {
    var splitter = LineSplitter()
    guard let goesOn = try? splitter.take(command), !goesOn, let program = splitter.words.first
    else {
      throw Self.missing(command)
    }
    guard let path = FileNames.program(program, environment) else { throw Self.missing(program) }
    self.path = path
    words = splitter.words
    self.environment = environment
  }

  /// Where it usually is.
  static let standard = "/usr/sbin/sendmail"

  func send(_ mail: ClaimedMail, from sender: EmailAddress) -> MailOutcome {
    // Unlinked at once: a message holds a link that lets its reader in.
    guard let input = Self.scratch(mail.text.bytes), let report = Self.scratch([]) else {
      return .postponed(
        unsafe "no temporary file could be made: \(String(cString: strerror(errno)))")
    }
    defer {
      close(input)
      close(report)
    }
    let arguments = words + ["-i", "-f", sender.text, "--", mail.recipient.text]
    var process: pid_t = 0
    let code = start(&process, arguments, input, report)
    guard code == 0 else { return .postponed(unsafe "\(path): \(String(cString: strerror(code)))") }
    guard let status = ended(process) else {
      return .unknown("\(words[0]) did not finish within \(Int(patience)) seconds")
    }
    return Self.outcome(status, Self.said(report), to: mail.recipient)
  }

  private func start(
    _ process: inout pid_t, _ arguments: [String], _ input: Int32, _ report: Int32
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, report, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, report, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      unsafe sigaddset(&defaults, signal)
    }
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    // Of its own group, so that Ctrl-C does not leave a message half sent.
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETPGROUP))
    let words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    return unsafe posix_spawn(&process, path, &actions, &attributes, words, variables)
  }

  /// Its status, or nil if it had to be killed.
  private func ended(_ process: pid_t) -> Int32? {
    var status: Int32 = 0
    var waited = 0.0
    var pause: UInt32 = 500
    while true {
      let found = unsafe waitpid(process, &status, WNOHANG)
      if found == process { return status }
      if found < 0, errno != EINTR { return nil }
      guard waited < patience else {
        kill(-process, SIGKILL)
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return nil
      }
      usleep(pause)
      waited += Double(pause) / 1_000_000
      pause = min(pause * 2, 50_000)
    }
  }

  /// By the statuses of sysexits.h, which sendmail and its like end with.
  static func outcome(
    _ status: Int32, _ said: String, to recipient: EmailAddress
  ) -> MailOutcome {
    let signal = status & 0x7F
    guard signal == 0 else { return .unknown("ended by signal \(signal)") }
    let code = status >> 8 & 0xFF
    if code == 0 { return .accepted }
    // The recipient may come back in a form of the program's own. What is masked is for people: the
    // reply's own codes are looked for in what was said.
    let shown = Mask.hiding(recipient, in: Mask.maskingAddresses(in: said))
    let words = "status \(code)" + (said.isEmpty ? "" : ": \(shown)")
    switch code {
    // Bad data, no such user, no such host: the same tomorrow, unless the server said 4xx.
    case 65, 67, 68: return saysLater(said) ? .postponed(words) : .refused(words)
    default: return .postponed(words)
    }
  }

  /// Whether what the program passes on holds a server's “try again later”.
  private static func saysLater(_ said: String) -> Bool {
    said.split(separator: " ").contains { word in
      let code = word.prefix(3)
      return code.count == 3 && code.first == "4" && code.allSatisfy(\.isNumber)
        && (word.count == 3 || word.dropFirst(3).first == "-")
    }
  }

  /// The last of what it said, in one line.
  private static func said(_ report: Int32) -> String {
    let end = lseek(report, 0, SEEK_END)
    lseek(report, max(0, end - 400), SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: 400)
    let count = unsafe read(report, &bytes, bytes.count)
    guard count > 0 else { return "" }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func scratch(_ bytes: [UInt8]) -> Int32? {
    var template = Array("/tmp/ubadmin-mail-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { return nil }
    unsafe unlink(template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe write(file, $0.baseAddress, $0.count)
      }
      guard count > 0 else {
        close(file)
        return nil
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func missing(_ program: String) -> CommandError {
    CommandError(
      .configuration, "there is no mail program \(program)",
      remedy: "use a sendmail-compatible program: mail-program = msmtp, in the configuration "
        + "file or as UBADMIN_MAIL_PROGRAM")
  }
}
