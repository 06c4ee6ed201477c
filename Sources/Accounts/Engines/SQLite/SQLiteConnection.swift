import CSQLite
import Glibc
package import Values

/// A store in one file, through SQLite's own C interface.
@safe
package final class SQLiteConnection: TransactionalConnection {
  static let applicationID: Int32 = 0x7562_6164  // "ubad"

  package let path: String
  /// Why no other process can read the store now; nil if others can.
  package internal(set) var fullDisk: StoreError?
  /// Nothing can be written in the store's folder, so that it is read without a lock.
  package internal(set) var isUnlocked = false
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
  let busy: SQLiteBusyWait

  /// Opens an existing file; `wait` is how long to try while another process writes. Nothing of
  /// a file is read but its header until it is seen to be a store's; a new file is not one yet.
  package init(
    path: String, access: Access, wait: Duration, isNew: Bool = false, isImmutable: Bool = false,
    attachesByURI: Bool = false, isAlone: Bool = false, watcher: StoreWait = .ofProcess
  ) throws(StoreError) {
    _ = Self.configured
    // Nobody may ever write to a pipe, so it is not waited for.
    if FileKind(path: path) != nil { throw Self.unopenable(path) }
    var handle: OpaquePointer?
    let flags =
      (access == .write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
      | (isImmutable || attachesByURI ? SQLITE_OPEN_URI : 0)
    let name = isImmutable ? SQLiteFile.immutableName(path) : path
    let code = unsafe sqlite3_open_v2(name, &handle, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      unsafe sqlite3_close_v2(handle)
      throw Self.unopenable(path)
    }
    self.path = path
    busy = SQLiteBusyWait(wait, path: SQLiteFile.finalName(of: path), watcher: watcher)
    unsafe database = handle
    if !isNew { try recognize() }
    unsafe sqlite3_extended_result_codes(handle, 1)
    unsafe busy.add(to: handle)
    unsafe ubadmin_defensive(handle)
    unsafe SQLiteFoldedName.add(to: handle)
    // Before anything is read.
    if isAlone { try script("PRAGMA locking_mode = EXCLUSIVE") }
    // FULL: what was reported as committed survives a power failure.
    try script(
      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -22528; PRAGMA trusted_schema = OFF; "
        + "PRAGMA synchronous = FULL")
  }

  deinit {
    for case let statement? in prepared { unsafe sqlite3_finalize(statement.handle) }
    unsafe sqlite3_close_v2(database)
  }

  package func script(_ sql: String) throws(StoreError) {
    try requireSound()
    let code = unsafe sqlite3_exec(database, sql, nil, nil, nil)
    busy.end()
    guard code == SQLITE_OK else { throw failure(code) }
  }

  @discardableResult
  package func run(_ statement: Statement, _ arguments: [Datum]) throws(StoreError) -> Int {
    try requireSound()
    let prepared = try prepare(statement)
    // The texts stay where they are for the one step that there is.
    let code = unsafe lent.hold(arguments) { texts in
      let code = unsafe prepared.bind(arguments, lying: texts)
      return unsafe code == SQLITE_OK ? sqlite3_step(prepared.handle) : code
    }
    busy.end()
    unsafe sqlite3_reset(prepared.handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    return unsafe Int(sqlite3_changes(database))
  }

  package func each(
    _ statement: Statement, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let cached = try prepare(statement)
    // A statement that an outer call is still stepping through gets its own copy.
    guard !cached.isStepping else { return try stepOnce(statement.sql, arguments, body) }
    try step(cached, arguments, body)
  }

  func step(
    _ prepared: SQLitePrepared, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    try requireSound()
    prepared.isStepping = true
    defer {
      prepared.isStepping = false
      unsafe sqlite3_reset(prepared.handle)
    }
    try prepared.bind(arguments, on: self)
    while true {
      let code = unsafe sqlite3_step(prepared.handle)
      busy.end()
      switch code {
      case SQLITE_ROW:
        if try !body(prepared) { return }
      case SQLITE_DONE: return
      default: throw failure(code)
      }
    }
  }

  package func begin(_ access: Access) throws(StoreError) {
    if access == .write, unsafe sqlite3_db_readonly(database, "main") == 1 {
      throw failure(SQLITE_READONLY)
    }
    try script(access == .write ? "BEGIN IMMEDIATE" : "BEGIN")
    self.access = access
    // A restore may have put another file in this one's place while we waited.
    if access == .write, isReplaced {
      rollback()
      throw StoreError(
        .busy, "the store \(path) was replaced while it was open; nothing was changed",
        remedy: "run the command again")
    }
  }

  /// Temporary data stays in memory, because it includes names of people.
  package func beginLookingBack() throws(StoreError) {
    try script("PRAGMA temp_store = MEMORY; BEGIN")
    access = .read
  }

  /// SQLite prepares them again by itself.
  package func forgetStatements() {}

  package var isReplaced: Bool {
    var moved: Int32 = 0
    unsafe sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return moved != 0
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
    for _ in 1...3 where unsafe sqlite3_get_autocommit(database) == 0 { try? script("ROLLBACK") }
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

  package func reconnect(unless asksToStop: () -> Bool) {}

  package func use(wait: Duration) { busy.set(wait) }

  package func interrupt() {
    busy.interrupt()
    unsafe sqlite3_interrupt(database)
  }

  package func prepare(_ statement: Statement) throws(StoreError) -> SQLitePrepared {
    if statement.id < prepared.count, let found = prepared[statement.id] { return found }
    let made = try SQLitePrepared(statement.sql, on: self)
    while prepared.count <= statement.id { prepared.append(nil) }
    prepared[statement.id] = made
    return made
  }
}
