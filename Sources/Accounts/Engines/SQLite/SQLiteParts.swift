import Glibc

/// Half-made files that processes have left when they were killed.
extension SQLiteFile {
  /// The name under which this process makes a file. Removes our own such files for the path of processes
  /// that no longer run.
  package static func part(of path: String, _ mark: String = ".part-") -> String {
    removeParts(of: path, mark)
    return "\(path)\(mark)\(getpid())"
  }

  /// The final name of a half-made file, for messages.
  static func finalName(of part: String) -> String {
    part.replacing(#/(?:\.(?:part|restoring)-[0-9]+)+$/#, with: "")
  }

  private static func removeParts(of path: String, _ mark: String) {
    let folder = folder(of: path)
    let beginning = path.split(separator: "/").last.map { "\($0)\(mark)" } ?? mark
    for name in FolderNames.of(folder) ?? []
    where name.hasPrefix(beginning) && isPart(name.dropFirst(beginning.count), mark) {
      let path = "\(folder)/\(name)"
      guard isAbandoned(path) else { continue }
      for end in ["-wal", "-shm", "-journal", ""] { unsafe unlink(path + end) }
    }
  }

  /// - Parameter rest: the number of a process that is gone. A copy makes a store within its part.
  private static func isPart(_ rest: Substring, _ mark: String) -> Bool {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard let process = pid_t(digits), process > 0, !digits.hasPrefix("0"),
      kill(process, 0) != 0, errno == ESRCH
    else { return false }
    let end = rest.dropFirst(digits.count)
    return end.isEmpty || end.hasPrefix(mark) && isPart(end.dropFirst(mark.count), mark)
  }

  /// A process of another machine or container may be at work on a file of a number that is not in use here,
  /// but not for a day without writing to it.
  private static let patience = 86_400

  /// Whether it is a database of ours that nobody has written to for a day.
  private static func isAbandoned(_ path: String) -> Bool {
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { Glibc.close(file) }
    var facts = stat()
    var beginning = [UInt8](repeating: 0, count: format.count)
    guard unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      facts.st_uid == geteuid(), time(nil) - facts.st_mtim.tv_sec > patience,
      unsafe Glibc.read(file, &beginning, beginning.count) == beginning.count
    else { return false }
    return beginning == format
  }

  /// Source: sqlite.org/fileformat2.html, "The Database Header".
  private static let format = Array("SQLite format 3\0".utf8)
}
