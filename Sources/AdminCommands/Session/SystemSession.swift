import Accounts
import Glibc
import Reports

extension Session {
  /// The session of the real process.
  public static func system() -> Session {
    let environment = systemEnvironment()
    let session = Session(
      environment: environment,
      output: OutputBuffer(descriptor: STDOUT_FILENO, name: "standard output"),
      words: OutputBuffer(descriptor: STDERR_FILENO, name: "standard error"),
      terminal: TerminalFacts(
        inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
        wordsIsTerminal: isatty(STDERR_FILENO) == 1,
        columns: Terminal.columns(STDOUT_FILENO, environment: environment)),
      clock: .system, identity: .system(environment),
      readInput: { (buffer) throws(ReadFailure) in try read(STDIN_FILENO, into: buffer) })
    session.ownsProcess = true
    return session
  }

  private static func systemEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(text[..<equals])] = String(text[text.utf8.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }

  static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    var source = FileDescriptorSource(descriptor) { SignalInbox.asksToStop }
    return try source.read(into: buffer)
  }
}

extension Identity {
  /// The OS user; under a service account the one who ran sudo.
  static func system(_ environment: [String: String]) -> Identity {
    var name = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
    var isBehindSudo = false
    // Only root and service accounts are reached by sudo; a plain user's variable proves nothing.
    if let behind = environment["SUDO_USER"],
      let uid = environment["SUDO_UID"].flatMap({ UInt32($0) }),
      uid != getuid(), getpwuid(uid).map({ String(cString: $0.pointee.pw_name) }) == behind
    {
      name = behind
      isBehindSudo = true
    }
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let bytes = host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return Identity(
      operatorName: name, host: String(decoding: bytes, as: UTF8.self),
      actsForAnother: isBehindSudo && getuid() != 0)
  }
}
