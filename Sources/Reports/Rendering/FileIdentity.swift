import Glibc

/// Which file a path leads to, whatever it is called: links, `./` and other spellings of a path to
/// one file are equal.
package enum FileIdentity: Hashable, Sendable {
  /// A file that is there, by its device and inode.
  case existing(device: UInt64, inode: UInt64)
  /// One that is not there yet, by its folder and its name in it.
  case missing(device: UInt64, inode: UInt64, name: String)

  /// Nil for what nobody can overwrite: a terminal, a pipe, a device, a folder, and a file in a
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
    guard facts.st_mode & S_IFMT == S_IFREG else { return nil }
    self = .existing(device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino))
  }
}
