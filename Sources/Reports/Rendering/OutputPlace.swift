import Glibc

/// Where a path leads: to something that takes bytes as they come, or to a file to be replaced.
enum OutputPlace {
  case direct(descriptor: Int32)
  /// The path behind symbolic links, and what is there now.
  case file(target: String, old: FileOwnership?)

  private static let mostLinks = 40

  init(path: String) throws(OutputError) {
    if let open = Self.openDescriptor(path) {
      // Opening /dev/stdout again would write from the beginning of a file that it appends to.
      let copy = fcntl(open, F_DUPFD_CLOEXEC, 3)
      guard copy >= 0 else { throw OutputError(.create, name: path, code: errno) }
      self = .direct(descriptor: copy)
      return
    }
    let target = try Self.behindLinks(path)
    var facts = stat()
    guard unsafe stat(target, &facts) == 0 else {
      guard errno == ENOENT, target.last != "/", !target.isEmpty else {
        throw OutputError(.create, name: path, code: target.last == "/" ? EISDIR : errno)
      }
      self = .file(target: target, old: nil)
      return
    }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: throw OutputError(.create, name: path, code: EISDIR)
    case S_IFREG:
      // Renaming could replace a file that its owner has made read-only.
      guard unsafe access(target, W_OK) == 0 else {
        throw OutputError(.overwrite, name: path, code: errno)
      }
      self = .file(target: target, old: FileOwnership(facts))
    case S_IFBLK: throw OutputError(.create, name: path, code: ENOTBLK)
    default:
      // A pipe without a reader would block forever.
      let descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
      guard descriptor >= 0 else { throw OutputError(.create, name: path, code: errno) }
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
      self = .direct(descriptor: descriptor)
    }
  }

  /// The folder that a path's last name is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func openDescriptor(_ path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count))
      }
      return nil
    }
  }

  /// Follows links of the last name only: those of folders lead to the same place by themselves.
  static func behindLinks(_ path: String) throws(OutputError) -> String {
    var target = path
    for _ in 0..<mostLinks {
      guard let link = linkText(target) else { return target }
      target = link.hasPrefix("/") ? link : folder(of: target) + "/" + link
    }
    throw OutputError(.create, name: path, code: ELOOP)
  }

  private static func linkText(_ path: String) -> String? {
    unsafe withUnsafeTemporaryAllocation(byteCount: Int(PATH_MAX), alignment: 1) { room in
      guard let text = room.baseAddress else { return nil }
      let count = unsafe readlink(path, text.assumingMemoryBound(to: CChar.self), room.count)
      return unsafe count < 0 ? nil : String(decoding: room[..<count], as: UTF8.self)
    }
  }
}

/// Whose a file is and who may use it.
struct FileOwnership: Equatable {
  private let mode: mode_t
  private let user: uid_t
  private let group: gid_t

  init(_ facts: stat) {
    mode = facts.st_mode & 0o777
    user = facts.st_uid
    group = facts.st_gid
  }

  /// Gives them to another file, as far as we may: what the old group was allowed is not
  /// allowed to another.
  func apply(to descriptor: Int32) {
    _ = fchown(descriptor, user, gid_t.max)
    let keepsGroup = fchown(descriptor, uid_t.max, group) == 0
    _ = fchmod(descriptor, keepsGroup ? mode : mode & ~0o070)
  }
}
