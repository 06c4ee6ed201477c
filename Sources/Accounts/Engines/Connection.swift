package import Values

/// One connection to an accounts store, whatever the engine.
package protocol Connection: AnyObject {
  var dialect: any Dialect { get }
  /// For people, e.g. `SQLite 3.40.1`.
  var engineName: String { get }
  /// Who signed in; nil if the engine is a file, where the operating system decides.
  var login: ServerLogin? { get }
  /// Reads the rights of the login from the server again.
  func renewLogin() throws(StoreError)
  /// What the server knows of a login by that name; nil if there are no logins.
  func state(ofLogin name: String) throws(StoreError) -> LoginState?
  /// What the store takes on disk; nil if the engine does not tell.
  func storedBytes() throws -> Int64?
  func hasTable(_ name: String) throws(StoreError) -> Bool
  /// Looks for damage in what the engine itself is answerable for, references included.
  /// - Parameter tables: those whose references are looked at; nil for all.
  func eachFault(inReferencesOf tables: [String]?, _ body: (EngineFault) throws -> Void) throws

  /// Runs a statement that returns no rows; answers how many rows it changed.
  @discardableResult
  func run(_ statement: Statement, _ arguments: [Datum]) throws(StoreError) -> Int

  /// Calls `body` for each row until it answers false. The row is valid within the call alone.
  func each(
    _ statement: Statement, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws

  /// The same for SQL that is made for one use.
  func each(
    once sql: String, _ arguments: [Datum], _ body: (any BorrowedRow) throws -> Bool
  ) throws

  /// Adds lines to the journal; the first gets the number after `number`.
  func write(
    _ lines: EncodedLines, of change: Int64, after number: Int64
  ) throws(StoreError)

  /// Several statements without arguments, as a migration holds them.
  func script(_ sql: String) throws(StoreError)

  func columns(of table: String) throws(StoreError) -> [StoredColumn]
  /// The indexes, triggers, functions and views of a store, as the engine says how they are made.
  func schemaParts() throws(StoreError) -> [SchemaPart]
  /// Adds many rows to a table as fast as the engine can; `rows` hands over one after the other.
  func load(
    _ table: String, _ columns: [String], _ rows: (_ add: ([Datum]) throws -> Void) throws -> Void
  ) throws

  /// Keeps other processes from changing the schema until `unlockSchema`; nothing where a
  /// transaction does that by itself.
  func lockSchema() throws(StoreError)
  func unlockSchema()

  /// Trades crash safety for speed, in a store that is discarded unless it is finished; references
  /// are not checked. Ended by `endLoading`, outside any transaction.
  func beginLoading() throws(StoreError)
  func endLoading() throws(StoreError)

  /// True if the connection is lost.
  var isLost: Bool { get }
  /// Begins again after the connection was lost; nothing where there is none to lose.
  /// - Parameter asksToStop: asked while the server is waited for.
  func reconnect(unless asksToStop: () -> Bool) throws(StoreError)
  /// True where the file that was opened is no longer at its path.
  var isReplaced: Bool { get }
  /// How long to wait for others from now on. On a server, a call within a transaction has no effect.
  func use(wait: Duration) throws(StoreError)

  /// Asks a statement that runs in another thread to stop.
  func interrupt()
}

/// The transactions of an engine. `Ledger` alone reaches a store's connection: a change by
/// `Store.change`, what reads by `Store.reading`.
package protocol TransactionalConnection: Connection {
  func begin(_ access: Access) throws(StoreError)
  /// For the transaction that has begun: what the engine knows of the sizes of tables is from before it, and a
  /// plan that goes through a whole table, made while that was small, would be kept as it grows.
  func preferIndexes() throws(StoreError)
  func commit() throws(StoreError)
  func rollback()
  /// A transaction that is only rolled back, in which temporary tables and views may be made. A view
  /// with a table's name stands in for it.
  func beginLookingBack() throws(StoreError)
  /// After such views were made: what was prepared before means the tables themselves.
  func forgetStatements() throws(StoreError)
}

extension TransactionalConnection {
  package func preferIndexes() throws(StoreError) {}

  /// Runs the body in a transaction, which is committed where it writes and the body succeeds.
  package func transaction<Value>(_ access: Access, _ body: () throws -> Value) throws -> Value {
    try begin(access)
    // After the commit there is nothing to roll back.
    defer { rollback() }
    let value = try body()
    if access == .write { try commit() }
    return value
  }
}

extension Connection {
  package var login: ServerLogin? { nil }
  package func renewLogin() throws(StoreError) {}
  package func state(ofLogin name: String) throws(StoreError) -> LoginState? { nil }
  package func lockSchema() throws(StoreError) {}
  package func unlockSchema() {}
  package func beginLoading() throws(StoreError) {}
  package func endLoading() throws(StoreError) {}
  package var isLost: Bool { false }
  package var isReplaced: Bool { false }
  package func reconnect() throws(StoreError) { try reconnect(unless: { false }) }
}

/// Damage that an engine found in its own storage.
package struct EngineFault: Sendable {
  /// The record or part of the storage.
  package let place: String
  package let what: String
  /// Nil where only a backup helps.
  package var remedy: String?
}

/// A column as the engine has it.
package struct StoredColumn: Sendable {
  package let name: String
  /// From 1; nil if the column is not part of the primary key.
  package let keyPosition: Int?
}

/// What a transaction is for.
package enum Access: Sendable {
  case read, write
}

extension Connection {
  package func eachFault(_ body: (EngineFault) throws -> Void) throws {
    try eachFault(inReferencesOf: nil, body)
  }
}
