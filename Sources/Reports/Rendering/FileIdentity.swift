import Glibc

/// Which file or pipe a path leads to, whatever it is called: links, `./` and other spellings of a path to
/// one file are equal.
package enum FileIdentity: Hashable, Sendable {
  /// A file that is there, by its device and inode.
  case existing(device: UInt64, inode: UInt64)
  /// A pipe: the writer would read what it writes.
  case pipe(device: UInt64, inode: UInt64)
  /// One that is not there yet, by its folder and its name in it.
  case missing(device: UInt64, inode: UInt64, name: String)

  /// Nil for what nobody can overwrite: a terminal, a device, a folder, and a file in a
  /// folder that is not there.
  package init?(path: String) {
    var facts = stat()
    if unsafe stat(path, &facts) == 0 {
      self.init(facts)
      return
    }
    guard errno == ENOENT, let target = try? OutputPlace.behindLinks(path),
      unsafe stat(OutputPlace.folder(of: target), &facts) == 0
    else { return nil }
    let name = target.split(separator: "/").last ?? ""
    self = .missing(
      device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino), name: String(name))
  }

  package init?(descriptor: Int32) {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init?(_ facts: stat) {
    let (device, inode) = (UInt64(facts.st_dev), UInt64(facts.st_ino))
    switch facts.st_mode & S_IFMT {
    case S_IFREG: self = .existing(device: device, inode: inode)
    case S_IFIFO: self = .pipe(device: device, inode: inode)
    default: return nil
    }
  }

  /// Whether two who write to it take each other's bytes away; those of a pipe are all read.
  package var isOverwritten: Bool {
    if case .pipe = self { return false }
    return true
  }
}
