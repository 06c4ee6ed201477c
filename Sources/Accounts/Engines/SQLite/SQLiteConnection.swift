import CSQLite
import Glibc
package import Values

/// A store in one file, through SQLite's own C interface.
package final class SQLiteConnection: TransactionalConnection {
  static let applicationID: Int32 = 0x7562_6164  // "ubad"

  package let path: String
  /// Why nobody else can read the store meanwhile; nil where others can.
  package internal(set) var fullDisk: StoreError?
  /// What whoever uses the store should know of it.
  package var warning: String? {
    fullDisk.map { $0.message + "; it is read by one at a time, and not changed" }
  }
  /// The file that messages name, where it is not the one that was opened.
  package var namedPath: String?
  package let database: OpaquePointer
  package let dialect: any Dialect = SQLiteDialect()
  /// Once a process, before its first connection.
  private static let configured = ubadmin_without_statistics()
  private var prepared: [SQLitePrepared?] = []
  private(set) var access: Access?
  /// The first failure in a transaction that writes. As on a server, nothing but a rollback follows.
  private var fault: StoreError?
  private var lent = LentTexts()

  /// Opens an existing file; `wait` is how long to try while another process writes. Nothing of
  /// a file is read but its header until it is seen to be a store's; a new file is not one yet.
  package init(
    path: String, access: Access, wait: Duration, isNew: Bool = false, isImmutable: Bool = false,
    attachesByURI: Bool = false, isAlone: Bool = false
  ) throws(StoreError) {
    _ = Self.configured
    // Nobody may ever write to a pipe, so it is not waited for.
    if FileKind(path: path) != nil { throw Self.unopenable(path) }
    var handle: OpaquePointer?
    let flags =
      (access == .write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
      | (isImmutable || attachesByURI ? SQLITE_OPEN_URI : 0)
    let name = isImmutable ? SQLiteFile.immutableName(path) : path
    let code = sqlite3_open_v2(name, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw Self.unopenable(path)
    }
    self.path = path
    database = handle
    if !isNew { try recognize() }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(
      handle,
      Int32(clamping: wait.milliseconds))
    ubadmin_defensive(handle)
    SQLiteFoldedName.add(to: handle)
    // Before anything is read.
    if isAlone { try script("PRAGMA locking_mode = EXCLUSIVE") }
    // FULL: what was reported as committed survives a power failure.
    try script(
      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -22528; PRAGMA trusted_schema = OFF; "
        + "PRAGMA synchronous = FULL")
  }

  deinit {
    for case let statement? in prepared { sqlite3_finalize(statement.handle) }
    sqlite3_close_v2(database)
  }

  package func script(_ sql: String) throws(StoreError) {
    try requireSound()
    let code = sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  @discardableResult
  package func run(_ statement: Statement, _ arguments: [Datum]) throws(StoreError) -> Int {
    try requireSound()
    let prepared = try prepare(statement)
    // The texts stay where they are for the one step that there is.
    let code = lent.hold(arguments) { texts in
      let code = prepared.bind(arguments, lying: texts)
      return code == SQLITE_OK ? sqlite3_step(prepared.handle) : code
    }
    sqlite3_reset(prepared.handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    return Int(sqlite3_changes(database))
  }

  package func each(
    _ statement: Statement, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let cached = try prepare(statement)
    // A statement that is being stepped further out gets a copy of its own.
    guard !cached.isStepping else { return try each(once: statement.sql, arguments, body) }
    try step(cached, arguments, body)
  }

  package func each(
    once sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let prepared = try SQLitePrepared(sql, on: self)
    defer { sqlite3_finalize(prepared.handle) }
    try step(prepared, arguments, body)
  }

  private func step(
    _ prepared: SQLitePrepared, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    try requireSound()
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

  package func begin(_ access: Access) throws(StoreError) {
    if access == .write, sqlite3_db_readonly(database, "main") == 1 {
      throw failure(SQLITE_READONLY)
    }
    try script(access == .write ? "BEGIN IMMEDIATE" : "BEGIN")
    self.access = access
    // A restore may have put another file in this one's place while we waited.
    if access == .write, isMoved {
      rollback()
      throw StoreError(
        .busy, "the store \(path) was replaced while it was open; nothing was changed",
        remedy: "run the command again")
    }
  }

  /// What is temporary stays in memory: it holds what people are called.
  package func beginLookingBack() throws(StoreError) {
    try script("PRAGMA temp_store = MEMORY; BEGIN")
    access = .read
  }

  /// SQLite prepares them anew by itself.
  package func forgetStatements() {}

  private var isMoved: Bool {
    var moved: Int32 = 0
    sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return moved != 0
  }

  static let headerLength = 100

  static func isStore(header: [UInt8]) -> Bool {
    header.count == headerLength && header.starts(with: "SQLite format 3\0".utf8)
      && header[68..<72].reduce(Int32(0), { $0 << 8 | Int32($1) }) == applicationID
  }

  /// The first 100 bytes tell, so that no other file is read, let alone changed. They are read
  /// through SQLite: were the file opened beside it, closing it would let go of SQLite's locks.
  /// Source: sqlite.org/fileformat.html section 1.3, sqlite.org/howtocorrupt.html section 2.2.
  private func recognize() throws(StoreError) {
    guard path != ":memory:" else { return }
    var file: UnsafeMutablePointer<sqlite3_file>?
    var header = [UInt8](repeating: 0, count: Self.headerLength)
    guard
      sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
      let read = file?.pointee.pMethods?.pointee.xRead,
      read(file, &header, Int32(header.count), 0) == SQLITE_OK, Self.isStore(header: header)
    else {
      throw StoreError(
        .notAStore, "\(path) is not an accounts store; it was left untouched",
        remedy: "name another with --store, or make one with `ubadmin store init`")
    }
  }

  package func commit() throws(StoreError) {
    try script("COMMIT")
    access = nil
  }

  package func rollback() {
    access = nil
    fault = nil
    // After a failed COMMIT or a full disk SQLite may have rolled back by itself.
    // An interrupt that comes late can hit the first attempt.
    for _ in 1...3 where sqlite3_get_autocommit(database) == 0 { try? script("ROLLBACK") }
  }

  /// Turns a result code into what a person can act on.
  package func failure(_ code: Int32) -> StoreError {
    let error = describe(code)
    if access == .write, fault == nil { fault = error }
    return error
  }

  func requireSound() throws(StoreError) {
    if let fault { throw fault.endingTheChange }
  }

  package var engineName: String { "SQLite " + String(cString: sqlite3_libversion()) }

  package func storedBytes() throws -> Int64? {
    var pages: Int64 = 0
    for pragma in ["page_count", "page_size"] {
      try each(once: "PRAGMA \(pragma)", []) { row in
        pages = pages == 0 ? row.integer(0) : pages * row.integer(0)
        return false
      }
    }
    return pages
  }

  package func beginLoading() throws(StoreError) {
    try script(
      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
  }

  package func endLoading() throws(StoreError) {
    try script(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL")
  }

  package func hasTable(_ name: String) throws(StoreError) -> Bool {
    try first(Self.tableNamed, [.text(name)]) { _ in true } ?? false
  }

  private static let tableNamed = Statement(
    "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")

  package func eachFault(
    inReferencesOf tables: [String]?, _ body: (EngineFault) throws -> Void
  ) throws {
    try each(once: "PRAGMA integrity_check", []) { row in
      let words = String(decoding: row.text(0), as: UTF8.self)
      if words != "ok" { try body(EngineFault(place: "storage", what: words)) }
      return true
    }
    for table in tables?.map({ "(\($0))" }) ?? [""] {
      try each(once: "PRAGMA foreign_key_check\(table)", []) { row in
        let table = String(decoding: row.text(0), as: UTF8.self)
        let parent = String(decoding: row.text(2), as: UTF8.self)
        let place = row.isNull(1) ? table : "\(table), row \(row.integer(1))"
        try body(EngineFault(place: place, what: "its \(parent) is not there"))
        return true
      }
    }
  }

  package func reconnect() {}

  /// Who may do what is the file's mode.
  package func interrupt() { sqlite3_interrupt(database) }

  package func prepare(_ statement: Statement) throws(StoreError) -> SQLitePrepared {
    if statement.id < prepared.count, let found = prepared[statement.id] { return found }
    let made = try SQLitePrepared(statement.sql, on: self)
    while prepared.count <= statement.id { prepared.append(nil) }
    prepared[statement.id] = made
    return made
  }
}
