import Glibc

/// What is at a path that is not a regular file.
package enum FileKind: String, Sendable {
  case folder, socket, disk, pipe, device

  /// Nil for a file, and where nothing is.
  package init?(path: String) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFSOCK: self = .socket
    case S_IFBLK: self = .disk
    case S_IFIFO: self = .pipe
    case S_IFCHR: self = .device
    default: return nil
    }
  }

  package var phrase: String { "it is a \(rawValue)" }
}
