import CSQLite
import Glibc

/// What SQLite says, as a person can act on it.
extension SQLiteConnection {
  package func describe(_ code: Int32) -> StoreError {
    let detail = unsafe String(cString: sqlite3_errmsg(database))
    let path = namedPath ?? SQLiteFile.finalName(of: path)
    switch code & 0xFF {
    case SQLITE_BUSY where busy.takeStop(), SQLITE_INTERRUPT:
      return .interrupted
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StoreError(
        .busy, "the store is busy (held by \(SQLiteLockHolder.describe(path: path)))",
        remedy: "try again, or wait longer with \(option: "wait")")
    case SQLITE_FULL where access == .read:
      // A reader writes only what it has to sort.
      return StoreError(
        .full, "the disk with the folder for temporary files, \(Self.temporaryFolder), is full",
        remedy: "free some space there, or set SQLITE_TMPDIR to another folder")
    case SQLITE_FULL:
      return StoreError(
        .full, "the disk that holds \(path) is full; nothing was changed",
        remedy: "free some space and run the command again")
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
      return StoreError(
        .notPermitted, "the store \(path) is read-only",
        remedy: "ask the store's owner for write permission on the file and its folder")
    case SQLITE_CANTOPEN:
      return StoreError(
        .unavailable, "cannot open the store \(path) (\(detail))",
        remedy: "you need permission to read and write the file and its folder")
    case SQLITE_NOTADB:
      return StoreError(
        .corrupt, "the store \(path) is damaged (\(detail))",
        remedy: "restore a backup with `ubadmin store restore FILE`")
    case SQLITE_CORRUPT:
      return StoreError(
        .corrupt, "the store \(path) is damaged (\(detail))",
        remedy: "run `ubadmin store check`, then restore a backup with `ubadmin store restore FILE`"
      )
    case SQLITE_IOERR where Self.lacksRoom(code):
      return StoreError(
        .full, "the disk that holds \(path) is full: there is no room for \(path)-shm",
        remedy: "free some space and run the command again")
    case SQLITE_IOERR:
      return StoreError(.inputOutput, "reading or writing \(path) failed (\(detail))")
    case SQLITE_CONSTRAINT:
      return BrokenRule(sqlite: detail)?.error
        ?? StoreError(.constraint, "the store refused a row (\(detail))")
    case SQLITE_ERROR where Self.isMissing(detail):
      return StoreError(
        .incomplete, "the store \(path) is missing a part (\(detail))",
        remedy: "run `ubadmin store check`, then restore a backup with `ubadmin store restore FILE`"
      )
    case SQLITE_ERROR where detail == "unsupported file format", SQLITE_FORMAT:
      return StoreError(
        .corrupt, "the store \(path) is damaged (\(detail))",
        remedy: "restore a backup with `ubadmin store restore FILE`")
    default:
      return StoreError(.defect, "SQLite: \(detail) (code \(code))")
    }
  }

  /// Source: sqlite.org/tempfiles.html, section 5.
  private static var temporaryFolder: String {
    let variables: [String] = ["SQLITE_TMPDIR", "TMPDIR"]
    let named = variables.compactMap { unsafe getenv($0).map { unsafe String(cString: $0) } }
    return (named + ["/var/tmp", "/usr/tmp", "/tmp"]).first { folder in
      unsafe FileKind(path: folder) == .folder && Glibc.access(folder, W_OK | X_OK) == 0
    } ?? "."
  }

  /// The index of the log, which everybody who has the store open shares, cannot be made.
  private static func lacksRoom(_ code: Int32) -> Bool {
    [19, 21].contains(code >> 8)
  }

  private static func isMissing(_ detail: String) -> Bool {
    ["no such table", "no such column", "no such index"].contains { detail.hasPrefix($0) }
      || detail.contains(" has no column named ")
  }

  static func unopenable(_ path: String) -> StoreError {
    if let kind = FileKind(path: path) {
      return StoreError(
        .unavailable, "cannot open the store \(path): \(kind.phrase)",
        remedy: "use the store's file")
    }
    guard unsafe Glibc.access(path, R_OK) != 0 else {
      return StoreError(
        .unavailable, "cannot open the store \(path)",
        remedy: "you need permission to read and write the file and its folder")
    }
    let isForbidden = errno == EACCES || errno == EPERM
    return StoreError(
      isForbidden ? .notPermitted : .unavailable,
      "cannot open the store \(path): \(SQLiteFile.systemError())",
      remedy: isForbidden
        ? "ask the store's owner for permission to read and write the file and its folder"
        : "use another with \(option: "store"), or create one with `ubadmin store init`")
  }
}
