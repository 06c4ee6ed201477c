import CSQLite

/// The log beside the file.
extension SQLiteConnection {
  /// Moves the log into the file, so that another file that took its place does not get it. If somebody else has
  /// written since this connection last read or wrote, that may be the other file's, and the log stays.
  package func emptyLog() {
    busy.ignoreStop()
    let seen = dataVersion
    // Finds out what others have written.
    guard (try? script("BEGIN; SELECT count(*) FROM sqlite_schema; COMMIT")) != nil,
      dataVersion == seen
    else { return }
    try? script("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// Another number after each change that this connection knows of.
  private var dataVersion: UInt32 {
    var version: UInt32 = 0
    unsafe sqlite3_file_control(database, "main", SQLITE_FCNTL_DATA_VERSION, &version)
    return version
  }
}
