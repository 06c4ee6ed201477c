import CSQLite
import Glibc

/// A whole store copied page by page into a new file, while others may write to it.
package enum SQLiteCopy {
  private static let pagesAStep: Int32 = 2048

  /// The source must be in a read transaction: then all pages are of one moment. `progress` is told
  /// the share done, in percent, and may end the copy by throwing.
  package static func copy(
    _ source: SQLiteConnection, to path: String, mode: UInt32, _ progress: (Int) throws -> Void
  ) throws {
    let file = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else {
      throw StoreError(
        .cannotCreate,
        "cannot create the file \(SQLiteFile.finalName(of: path)): \(SQLiteFile.systemError())",
        remedy: "use a folder that you can write to")
    }
    fchmod(file, mode)
    close(file)
    let target = try SQLiteConnection(path: path, access: .write, wait: .zero, isNew: true)
    // The file is synced once, when it is whole.
    try target.script("PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
    guard let backup = unsafe sqlite3_backup_init(target.database, "main", source.database, "main")
    else {
      throw unsafe target.failure(sqlite3_errcode(target.database))
    }
    defer { unsafe sqlite3_backup_finish(backup) }
    while true {
      let code = unsafe sqlite3_backup_step(backup, pagesAStep)
      guard code == SQLITE_OK || code == SQLITE_DONE else {
        // The message is about the file that failed: for a full disk, the target.
        throw unsafe sqlite3_errcode(source.database) & 0xFF == code & 0xFF
          ? source.failure(code) : target.failure(code)
      }
      let total = unsafe max(1, Int(sqlite3_backup_pagecount(backup)))
      try unsafe progress((total - Int(sqlite3_backup_remaining(backup))) * 100 / total)
      if code == SQLITE_DONE { return withExtendedLifetime(target) {} }
    }
  }
}
