import Glibc

/// Files that are there whole or not at all.
extension SQLiteFile {
  /// Lets `body` make a file next to `path` and gives it that name when it is whole and synced;
  /// whatever comes between, no half-made file is left.
  package static func createWhole(
    _ path: String, overwriting: Bool = false,
    remedy: String = renameRemedy,
    _ body: (_ part: String) throws -> Void
  ) throws {
    if !overwriting, unsafe Glibc.access(path, F_OK) == 0 { throw existing(path, remedy) }
    try refuseRemains(of: path)
    // A process of that number that was killed may have left one.
    let part = part(of: path)
    remove(part)
    defer { remove(part) }
    try body(part)
    // SQLite says nothing where the disk was too full to fold the log into the file.
    guard unsafe Glibc.access(part + "-wal", F_OK) != 0 else {
      throw StoreError(
        .full, "the disk that holds \(path) is full; nothing was created",
        remedy: "free some space and run the command again")
    }
    try sync(part)
    // Unlike rename, link never replaces a file that another program has made.
    guard unsafe (overwriting ? rename(part, path) : link(part, path)) == 0 else {
      if errno == EEXIST { throw existing(path, remedy) }
      throw StoreError(.inputOutput, "cannot rename the file to \(path): \(systemError())")
    }
    try sync(path)
  }

  static let renameRemedy = "use another file, or remove it first"

  static func existing(_ path: String, _ remedy: String = renameRemedy) -> StoreError {
    StoreError(.exists, "\(path) already exists; it was left untouched", remedy: remedy)
  }

  /// SQLite would take the log of a file that once stood here for the new file's own.
  package static func refuseRemains(of path: String) throws(StoreError) {
    for suffix in ["-wal", "-journal"] where unsafe Glibc.access(path + suffix, F_OK) == 0 {
      throw StoreError(
        .exists, "\(path)\(suffix) belongs to a store that is in use or was not closed",
        remedy: "use another file, or put the store back next to it, or move it away")
    }
  }

  /// Makes a finished file last: the file itself, then its name in its folder.
  package static func sync(_ path: String) throws(StoreError) {
    for (name, flags) in [(path, O_RDONLY), (folder(of: path), O_RDONLY | O_DIRECTORY)] {
      let file = unsafe Glibc.open(name, flags | O_CLOEXEC)
      defer { if file >= 0 { close(file) } }
      guard file >= 0, fsync(file) == 0 else {
        throw StoreError(.inputOutput, "writing \(finalName(of: name)) failed (\(systemError()))")
      }
    }
  }

  /// Removes a half-made file with the files that SQLite keeps next to it.
  package static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(path + suffix) }
  }
}
