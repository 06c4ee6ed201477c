import CSQLite
import Glibc

/// A store in one file, through SQLite's own C interface.
final class SQLiteConnection: Connection {
  static let applicationID: Int32 = 0x7562_6164  // "ubad"

  let path: String
  let database: OpaquePointer
  let dialect: any Dialect = SQLiteDialect()
  /// Once a process, before its first connection.
  private static let configured = ubadmin_without_statistics()
  private var prepared: [SQLitePrepared?] = []
  private var access: Access?

  /// Opens an existing file; `wait` is how long to try while another process writes.
  init(path: String, access: Access, wait: Duration) throws(StoreError) {
    _ = Self.configured
    var handle: OpaquePointer?
    let flags =
      (access == .write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw StoreError(.unavailable, "cannot open the store \(path)")
    }
    self.path = path
    database = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(
      handle,
      Int32(
        clamping: wait.components.seconds * 1000
          + wait.components.attoseconds / 1_000_000_000_000_000))
    ubadmin_defensive(handle)
    try script("PRAGMA foreign_keys = ON; PRAGMA cache_size = -24576; PRAGMA trusted_schema = OFF")
  }

  deinit {
    for case let statement? in prepared { sqlite3_finalize(statement.handle) }
    sqlite3_close_v2(database)
  }

  func script(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  @discardableResult
  func run(_ statement: Statement, _ arguments: [Datum]) throws(StoreError) -> Int {
    let prepared = try prepare(statement)
    try prepared.bind(arguments, on: self)
    let code = sqlite3_step(prepared.handle)
    sqlite3_reset(prepared.handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    return Int(sqlite3_changes(database))
  }

  func each(
    _ statement: Statement, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let cached = try prepare(statement)
    // A statement that is being stepped further out gets a copy of its own.
    guard !cached.isStepping else { return try each(once: statement.sql, arguments, body) }
    try step(cached, arguments, body)
  }

  func each(
    once sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let prepared = try SQLitePrepared(sql, on: self)
    defer { sqlite3_finalize(prepared.handle) }
    try step(prepared, arguments, body)
  }

  private func step(
    _ prepared: SQLitePrepared, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    prepared.isStepping = true
    defer {
      prepared.isStepping = false
      sqlite3_reset(prepared.handle)
    }
    try prepared.bind(arguments, on: self)
    while true {
      switch sqlite3_step(prepared.handle) {
      case SQLITE_ROW:
        if try !body(prepared) { return }
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  func begin(_ access: Access) throws(StoreError) {
    try script(access == .write ? "BEGIN IMMEDIATE" : "BEGIN")
    self.access = access
  }

  func commit() throws(StoreError) {
    try script("COMMIT")
    access = nil
  }

  func rollback() {
    // After a failed COMMIT or a full disk SQLite may have rolled back by itself.
    if sqlite3_get_autocommit(database) == 0 { try? script("ROLLBACK") }
    access = nil
  }

  var engineName: String { "SQLite " + String(cString: sqlite3_libversion()) }

  func storedBytes() throws -> Int64? {
    var pages: Int64 = 0
    for pragma in ["page_count", "page_size"] {
      try each(once: "PRAGMA \(pragma)", []) { row in
        pages = pages == 0 ? row.integer(0) : pages * row.integer(0)
        return false
      }
    }
    return pages
  }

  func beginLoading() throws(StoreError) {
    try script(
      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
  }

  func endLoading() throws(StoreError) {
    try script(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL")
  }

  func interrupt() { sqlite3_interrupt(database) }

  private func prepare(_ statement: Statement) throws(StoreError) -> SQLitePrepared {
    if statement.id < prepared.count, let found = prepared[statement.id] { return found }
    let made = try SQLitePrepared(statement.sql, on: self)
    while prepared.count <= statement.id { prepared.append(nil) }
    prepared[statement.id] = made
    return made
  }

  /// Turns a result code into what a person can act on.
  func failure(_ code: Int32) -> StoreError {
    let detail = String(cString: sqlite3_errmsg(database))
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StoreError(
        .busy, "the store is busy (held by \(SQLiteLockHolder.describe(path: path)))",
        mend: "try again, or wait longer with --wait")
    case SQLITE_FULL:
      return StoreError(
        .full, "the disk that holds \(path) is full; nothing was changed",
        mend: "free some space and run the command again")
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
      return StoreError(
        .notPermitted, "the store \(path) may not be written (\(detail))",
        mend: "ask the store's owner for write permission on the file and its folder")
    case SQLITE_CANTOPEN:
      return StoreError(.unavailable, "cannot open the store \(path) (\(detail))")
    case SQLITE_NOTADB:
      return StoreError(.notAStore, "\(path) is not an accounts store; it was left untouched")
    case SQLITE_CORRUPT:
      return StoreError(
        .corrupt, "the store \(path) is damaged (\(detail))",
        mend: "run `ubadmin store check`, then restore a backup")
    case SQLITE_IOERR:
      return StoreError(.inputOutput, "reading or writing \(path) failed (\(detail))")
    case SQLITE_CONSTRAINT:
      return StoreError(.constraint, "the store refused a row (\(detail))")
    case SQLITE_INTERRUPT:
      return StoreError(.interrupted, "interrupted; nothing was changed")
    default:
      return StoreError(.defect, "SQLite: \(detail) (code \(code))")
    }
  }
}

/// A prepared statement; as a row it lends the columns of its current step.
final class SQLitePrepared: BorrowedRow {
  let handle: OpaquePointer
  let count: Int
  var isStepping = false

  init(_ sql: String, on connection: SQLiteConnection) throws(StoreError) {
    var made: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection.database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
    guard code == SQLITE_OK, let made else { throw connection.failure(code) }
    handle = made
    count = Int(sqlite3_column_count(made))
  }

  func bind(_ arguments: [Datum], on connection: SQLiteConnection) throws(StoreError) {
    var position: Int32 = 0
    for argument in arguments {
      position += 1
      let code: Int32
      switch argument {
      case .null: code = sqlite3_bind_null(handle, position)
      case .integer(let value): code = sqlite3_bind_int64(handle, position, value)
      case .text(var value):
        code = value.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            ubadmin_bind_text(handle, position, characters.baseAddress, Int32(bytes.count))
          }
        }
      }
      guard code == SQLITE_OK else { throw connection.failure(code) }
    }
  }

  @inline(__always)
  func isNull(_ index: Int) -> Bool {
    sqlite3_column_type(handle, Int32(truncatingIfNeeded: index)) == SQLITE_NULL
  }

  @inline(__always)
  func integer(_ index: Int) -> Int64 {
    sqlite3_column_int64(handle, Int32(truncatingIfNeeded: index))
  }

  @inline(__always)
  func text(_ index: Int) -> CellBytes {
    let column = Int32(truncatingIfNeeded: index)
    let bytes = sqlite3_column_text(handle, column)
    return CellBytes(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
  }

  func datum(_ index: Int) -> Datum {
    switch sqlite3_column_type(handle, Int32(truncatingIfNeeded: index)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(index))
    default: .text(String(decoding: text(index), as: UTF8.self))
    }
  }
}
