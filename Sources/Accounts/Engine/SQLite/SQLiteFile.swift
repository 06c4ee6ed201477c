import Glibc

/// Who may open a store's file.
public enum FileAccess: Sendable, Equatable {
  case ownerOnly
  /// A folder and file that a group of clerks shares.
  case group(String)
}

/// A store's file on disk: made, recognized, opened.
enum SQLiteFile {
  static func open(
    _ path: String, access: Access, wait: Duration
  ) throws(StoreError) -> SQLiteConnection {
    try recognize(path)
    let connection = try SQLiteConnection(path: path, access: access, wait: wait)
    try connection.script("PRAGMA synchronous = NORMAL")
    return connection
  }

  /// Makes an empty file that is a store's; its schema is the migrations' business.
  static func create(_ path: String, access: FileAccess) throws(StoreError) -> SQLiteConnection {
    try makeFolder(of: path, access: access)
    let mode: mode_t = access == .ownerOnly ? 0o600 : 0o660
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else {
      if errno == EEXIST { throw existing(path) }
      throw StoreError(.unavailable, "cannot make the store \(path): \(systemError())")
    }
    fchmod(file, mode)
    close(file)
    let connection = try SQLiteConnection(
      path: path, access: .write, wait: Store.standardWait)
    try connection.script(
      "PRAGMA application_id = \(SQLiteConnection.applicationID); PRAGMA journal_mode = WAL; "
        + "PRAGMA synchronous = NORMAL")
    return connection
  }

  /// Lets `body` make a file beside `path` and gives it that name when it is whole; whatever comes
  /// between, no half-made store is left.
  static func createWhole(_ path: String, _ body: (_ part: String) throws -> Void) throws {
    guard Glibc.access(path, F_OK) != 0 else { throw existing(path) }
    let part = path + ".part"
    guard Glibc.access(part, F_OK) != 0 else { throw existing(part) }
    defer { for name in [part, part + "-wal", part + "-shm", part + "-journal"] { unlink(name) } }
    try body(part)
    try synchronize(part)
    // Unlike rename, link never takes the place of a file that somebody else has made meanwhile.
    guard link(part, path) == 0 else {
      throw errno == EEXIST
        ? existing(path)
        : StoreError(.unavailable, "cannot make the store \(path): \(systemError())")
    }
  }

  private static func synchronize(_ path: String) throws(StoreError) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    defer { if file >= 0 { close(file) } }
    guard file >= 0, fsync(file) == 0 else {
      throw StoreError(.inputOutput, "writing \(path) failed (\(systemError()))")
    }
  }

  private static func existing(_ path: String) -> StoreError {
    StoreError(
      .exists, "\(path) exists already; it was left untouched",
      mend: "name another file, or remove it first")
  }

  /// The file's first 100 bytes tell, so that no other file is opened, let alone changed.
  /// Source: sqlite.org/fileformat.html section 1.3.
  private static func recognize(_ path: String) throws(StoreError) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT {
        throw StoreError(
          .unavailable, "there is no store at \(path)",
          mend: "make one with `ubadmin store init`, or name another with --store")
      }
      throw StoreError(.unavailable, "cannot open the store \(path): \(systemError())")
    }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(file, &header, header.count)
    let id = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard count == 100, header.starts(with: "SQLite format 3\0".utf8),
      id == SQLiteConnection.applicationID
    else {
      throw StoreError(.notAStore, "\(path) is not an accounts store; it was left untouched")
    }
  }

  private static func makeFolder(of path: String, access: FileAccess) throws(StoreError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard !folder.isEmpty else { return }
    var facts = stat()
    if stat(folder, &facts) != 0 {
      var made = ""
      for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
        made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
        if made != "/" { mkdir(made, 0o700) }
      }
      guard stat(folder, &facts) == 0 else {
        throw StoreError(.unavailable, "cannot make the folder \(folder): \(systemError())")
      }
    }
    guard case .group(let name) = access else { return }
    guard let group = getgrnam(name) else {
      throw StoreError(.unavailable, "there is no group \(name)", mend: "name an existing group")
    }
    // New files in a setgid folder belong to its group: SQLite's WAL files too.
    guard chown(folder, uid_t.max, group.pointee.gr_gid) == 0, chmod(folder, 0o2770) == 0 else {
      throw StoreError(
        .notPermitted, "cannot give the folder \(folder) to the group \(name): \(systemError())")
    }
  }

  static func systemError() -> String { String(cString: strerror(errno)) }
}
