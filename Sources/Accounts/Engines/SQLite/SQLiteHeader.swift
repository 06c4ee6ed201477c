import CSQLite

/// What tells a store from any other file.
extension SQLiteConnection {
  static let headerLength = 100

  static func isStore(header: [UInt8]) -> Bool {
    header.count == headerLength && header.starts(with: "SQLite format 3\0".utf8)
      && header[68..<72].reduce(Int32(0), { $0 << 8 | Int32($1) }) == applicationID
  }

  /// The first 100 bytes tell, so that no other file is read, let alone changed. They are read
  /// through SQLite: were the file opened next to it, closing it would let go of SQLite's locks.
  /// Source: sqlite.org/fileformat.html section 1.3, sqlite.org/howtocorrupt.html section 2.2.
  func recognize() throws(StoreError) {
    guard path != ":memory:" else { return }
    var file: UnsafeMutablePointer<sqlite3_file>?
    var header = [UInt8](repeating: 0, count: Self.headerLength)
    guard
      unsafe sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
      let read = unsafe file?.pointee.pMethods?.pointee.xRead,
      unsafe read(file, &header, Int32(header.count), 0) == SQLITE_OK, Self.isStore(header: header)
    else {
      throw StoreError(
        .notAStore, "\(path) is not an accounts store; it was left untouched",
        remedy: "use another with \(option: "store"), or create one with `ubadmin store init`")
    }
  }
}
