import Glibc

/// Files that no output may replace.
package enum StoreFiles {
  /// What SQLite appends to the name of a store for the files next to it.
  package static let logEndings = ["-wal", "-shm", "-journal"]

  /// Refuses the file of a store, and what SQLite keeps next to it: a slip of the hand at `-o` would
  /// cost the whole city.
  package static func checkMayReplace(_ path: String) throws(StoreError) {
    guard let whole = realPath(path) else { return }
    var base = whole
    for ending in logEndings where whole.hasSuffix(ending) {
      base = String(whole.dropLast(ending.count))
    }
    guard isStore(base) else { return }
    throw StoreError(
      .exists,
      base == whole
        ? "\(path) is an accounts store and will not be replaced"
        : "\(path) belongs to the accounts store \(base) and will not be replaced",
      remedy: "use another file")
  }

  /// One that is open is known by what lies next to it: to open and close its file once more would
  /// let go of SQLite's locks. Source: sqlite.org/howtocorrupt.html section 2.2.
  private static func isStore(_ path: String) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
    if unsafe access(path + "-shm", F_OK) == 0 { return true }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: SQLiteConnection.headerLength)
    return unsafe read(file, &header, header.count) == header.count
      && SQLiteConnection.isStore(header: header)
  }

  private static func realPath(_ path: String) -> String? {
    guard let whole = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(whole) }
    return unsafe String(cString: whole)
  }
}
