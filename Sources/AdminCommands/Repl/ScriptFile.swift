import Glibc

/// A script on a descriptor.
struct ScriptFile {
  let name: String
  private let descriptor: Int32
  /// Standard input was moved here, and has to go back.
  private let isStandardInput: Bool

  /// `-` is standard input. The commands of such a script get none, because they would read the script's lines.
  init(path: String) throws(UnopenableScript) {
    isStandardInput = path == "-"
    name = isStandardInput ? "standard input" : path
    descriptor = isStandardInput ? try Self.movedStandardInput() : try Self.opened(path)
  }

  var lines: ScriptLines {
    let descriptor = descriptor
    return unsafe ScriptLines { buffer throws(ScriptFault) in
      while true {
        let isStopped = { SignalInbox.asksToStop }
        guard InputWait.untilReadable(descriptor, unless: isStopped) || !isStopped() else {
          return 0
        }
        let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR, errno != EAGAIN { throw .unreadable(code: errno) }
      }
    }
  }

  func close() {
    if isStandardInput { dup2(descriptor, STDIN_FILENO) }
    Glibc.close(descriptor)
  }

  private static func opened(_ path: String) throws(UnopenableScript) -> Int32 {
    // Each read waits by itself, so that Ctrl-C ends the wait for a pipe that nobody writes to.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw UnopenableScript(code: errno) }
    var facts = stat()
    if unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
      Glibc.close(descriptor)
      throw UnopenableScript(code: EISDIR)
    }
    return descriptor
  }

  private static func movedStandardInput() throws(UnopenableScript) -> Int32 {
    let moved = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    guard moved >= 0 else { throw UnopenableScript(code: errno) }
    let nothing = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard nothing >= 0 else {
      let code = errno
      Glibc.close(moved)
      throw UnopenableScript(code: code)
    }
    dup2(nothing, STDIN_FILENO)
    Glibc.close(nothing)
    return moved
  }
}

/// Why a script cannot be opened, as `errno` says it.
struct UnopenableScript: Error {
  let code: Int32
}
