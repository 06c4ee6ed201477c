import Glibc

/// The name of a file that is written next to the one that it replaces.
///
/// Its program has it locked. So a file that nobody has locked was left by a program that was killed.
package enum TemporaryName {
  private static let beginning = ".ubadmin-"
  /// Of a file that is kept even if its program was killed.
  private static let keptBeginning = beginning + "kept-"
  private static let markLength = 13
  /// All numbers of that many digits.
  private static let marks: ClosedRange<UInt64> = 4_738_381_338_321_616_896 ... .max

  static func new(beside target: String, isKept: Bool) -> String {
    let mark = String(UInt64.random(in: marks), radix: 36)
    return OutputPlace.folder(of: target) + "/" + (isKept ? keptBeginning : beginning) + mark
  }

  /// Locks a file that was just made; false if another program took it for one left behind, and removed it.
  static func isOurs(_ descriptor: Int32) -> Bool {
    var facts = stat()
    // Some file systems have no locks.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
      unsafe fstat(descriptor, &facts) == 0
    else { return false }
    return facts.st_nlink > 0
  }

  /// What a killed program of the same user has left in the folder of an output.
  /// - Parameter names: those of all files in the folder.
  /// - Returns: how many files were removed, and the paths of those that somebody may need.
  package static func removeLeft(
    from names: [String], in folder: String
  ) -> (removed: Int, kept: [String]) {
    var (removed, kept): (Int, [String]) = (0, [])
    for name in names {
      let isKept = hasMark(name, after: keptBeginning)
      guard isKept || hasMark(name, after: beginning) else { continue }
      let path = folder + "/" + name
      guard let free = openFree(path) else { continue }
      defer { close(free) }
      // Rows are in it before any of the others is committed.
      if isKept, lseek(free, 0, SEEK_END) > 0 {
        kept.append(path)
      } else if unsafe unlink(path) == 0 {
        removed += 1
      }
    }
    return (removed, kept.sorted())
  }

  /// The folder that the temporary file of an output would be in.
  package static func folder(of path: String) -> String? {
    (try? OutputPlace.behindLinks(path)).map { OutputPlace.folder(of: $0) }
  }

  private static func hasMark(_ name: String, after beginning: String) -> Bool {
    guard name.hasPrefix(beginning) else { return false }
    let mark = name.utf8.dropFirst(beginning.utf8.count)
    return mark.count == markLength
      && mark.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) }
  }

  /// Our own file, locked by us; nil if its program still runs.
  private static func openFree(_ path: String) -> Int32? {
    let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_uid == geteuid(), facts.st_nlink == 1,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
