import Accounts
import Glibc
import Reports

extension Session {
  /// The session of the real process.
  package static func system() -> Session {
    openStandardDescriptors()
    let environment = systemEnvironment()
    return unsafe Session(
      environment: environment,
      output: OutputBuffer(descriptor: STDOUT_FILENO, name: "standard output"),
      errorOutput: OutputBuffer(descriptor: STDERR_FILENO, name: "standard error"),
      terminal: TerminalFacts(
        inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
        errorIsTerminal: isatty(STDERR_FILENO) == 1,
        columns: Terminal.columns(STDOUT_FILENO, environment: environment),
        errorColumns: Terminal.columns(STDERR_FILENO, environment: environment)),
      clock: .system, caller: .system(environment), ownsProcess: true,
      readInput: { (buffer) throws(ReadFailure) in try unsafe read(STDIN_FILENO, into: buffer) })
  }

  /// A standard descriptor that the parent has closed would be given to the next file that is opened, which
  /// would then be read or written in its place. Output that was closed stays so that nothing can be written to
  /// it: nobody would miss what went to /dev/null.
  private static func openStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe Glibc.open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  private static func systemEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(text[..<equals])] = String(text[text.utf8.index(after: equals)...])
      }
      unsafe next += 1
    }
    return variables
  }

  static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    // A signal may come to another thread, which does not end the wait of this one.
    while FileState(descriptor) == nil,
      !InputWait.untilReadable(descriptor, unless: { SignalInbox.asksToStop })
    {
      if SignalInbox.asksToStop { throw .system(EINTR) }
    }
    var source = FileDescriptorSource(descriptor) { SignalInbox.asksToStop }
    return try unsafe source.read(into: buffer)
  }
}
