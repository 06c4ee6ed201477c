import Accounts
import Glibc

/// Opens what a command reads, which may be no file.
enum InputPlace {
  /// Milliseconds after which a wait for a pipe is told.
  private static let patience: Int32 = 2000

  /// Opens for reading a file, a pipe, a terminal or another stream. A pipe that nobody writes to yet is
  /// waited for.
  static func open(_ path: String, in context: CommandContext) throws -> Int32 {
    let kind = FileKind(path: path)
    if let kind, [.folder, .socket, .disk].contains(kind) {
      throw CommandError(
        .cannotOpenInput, "cannot read \(path): \(kind.phrase)", remedy: "name a file")
    }
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else { throw unopenable(path, errno) }
    do {
      if kind == .pipe { try wait(for: file, path, context) }
    } catch {
      close(file)
      throw error
    }
    _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK)
    return file
  }

  /// - Parameter code: what the system says of it.
  static func unopenable(_ path: String, _ code: Int32) -> CommandError {
    CommandError(
      .cannotOpenInput, unsafe "cannot open \(path): \(String(cString: strerror(code)))",
      remedy: remedy(code))
  }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "check the name and the folder"
    case EACCES, EPERM: "you need the right to read it"
    case EISDIR: "name a file"
    default: ""
    }
  }

  private static func wait(for pipe: Int32, _ path: String, _ context: CommandContext) throws {
    var source = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    if unsafe poll(&source, 1, patience) > 0 { return }
    if !context.options.quiet {
      context.say("waiting for data on the pipe \(path); press Ctrl-C to stop")
    }
    try context.session.interruptible {
      while !InputWait.untilReadable(pipe, unless: { SignalInbox.asksToStop }) {
        try SignalInbox.check()
      }
    }
  }
}

/// The size and time of a file: if one of them changes, it was written.
struct FileState: Equatable {
  let size: off_t
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil for anything that is not a file.
  init?(_ descriptor: Int32) {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    size = facts.st_size
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
