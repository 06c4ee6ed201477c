package import Values

/// One connection to an accounts store, whatever the engine.
package protocol Connection: AnyObject {
  var dialect: any Dialect { get }
  /// For people, e.g. `SQLite 3.40.1`.
  var engineName: String { get }
  /// Who signed in; nil where the engine is a file, of which the operating system decides.
  var login: ServerLogin? { get }
  /// What the server knows of a login by that name; nil where there are no logins.
  func state(ofLogin name: String) throws(StoreError) -> LoginState?
  /// What the store takes on disk; nil where the engine does not tell.
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
  /// Adds many rows to a table as fast as the engine can; `rows` hands over one after the other.
  func load(
    _ table: String, _ columns: [String], _ rows: (_ add: ([Datum]) throws -> Void) throws -> Void
  ) throws

  /// Keeps other processes from changing the schema until `unlockSchema`; nothing where a
  /// transaction does that by itself.
  func lockSchema() throws(StoreError)
  func unlockSchema()

  /// Gives up safety against a crash for speed, in a store that is thrown away unless it is
  /// finished; rows are trusted to name rows that exist. Ends with `endLoading`, outside any
  /// transaction.
  func beginLoading() throws(StoreError)
  func endLoading() throws(StoreError)

  /// True where no statement will be answered any more.
  var isLost: Bool { get }
  /// Begins anew after the connection was lost; nothing where there is none to lose.
  func reconnect() throws(StoreError)

  /// Asks a statement that runs in another thread to stop.
  func interrupt()
}

/// The transactions of an engine. `Ledger` alone reaches a store's connection: a change by
/// `Store.change`, what reads by `Store.reading`.
package protocol TransactionalConnection: Connection {
  func begin(_ access: Access) throws(StoreError)
  func commit() throws(StoreError)
  func rollback()
  /// A transaction that is only rolled back, in which temporary tables and views may be made. A view
  /// with a table's name stands in for it.
  func beginLookingBack() throws(StoreError)
  /// After such views were made: what was prepared before means the tables themselves.
  func forgetStatements() throws(StoreError)
}

extension TransactionalConnection {
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
  package func state(ofLogin name: String) throws(StoreError) -> LoginState? { nil }
  package func lockSchema() throws(StoreError) {}
  package func unlockSchema() {}
  package func beginLoading() throws(StoreError) {}
  package func endLoading() throws(StoreError) {}
  package var isLost: Bool { false }
}

/// Damage that an engine found in its own storage.
package struct EngineFault: Sendable {
  /// The record or part of the storage.
  package let place: String
  package let what: String
}

/// A column as the engine has it.
package struct StoredColumn: Sendable {
  package let name: String
  /// From 1; nil where the column is not part of the primary key.
  package let keyPosition: Int?
}

/// What a transaction is for.
package enum Access: Sendable {
  case read, write
}

/// A row that the engine lends for the length of one call.
package protocol BorrowedRow: AnyObject {
  var count: Int { get }
  func isNull(_ index: Int) -> Bool
  func integer(_ index: Int) -> Int64
  func text(_ index: Int) -> CellBytes
  func datum(_ index: Int) -> Datum
  /// All that a report asks of a cell, in one call.
  func cell(_ index: Int, isText: Bool) -> BorrowedCell
  /// A cell as the engine's own types say.
  func queried(_ index: Int) -> QueriedCell
}

/// A cell of a borrowed row, valid as long as the row.
package enum BorrowedCell {
  case null
  case integer(Int64)
  case text(CellBytes)
}

extension Connection {
  package func eachFault(_ body: (EngineFault) throws -> Void) throws {
    try eachFault(inReferencesOf: nil, body)
  }
}

extension BorrowedRow {
  package func cell(_ index: Int, isText: Bool) -> BorrowedCell {
    if isNull(index) { return .null }
    return isText ? .text(text(index)) : .integer(integer(index))
  }

  package func values(_ count: Int, from first: Int = 0) -> [Datum] {
    unsafe [Datum](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      for index in 0..<count { unsafe (base + index).initialize(to: datum(first + index)) }
      initialized = count
    }
  }
}

/// Where the engines' SQL differs.
package protocol Dialect: Sendable {
  /// Puts the engine's own words where a migration has them in braces.
  func migration(_ sql: String) -> String
  /// `YYYY-MM` of a date column or expression.
  func month(_ date: String) -> String
  /// `YYYY` of a date column or expression.
  func year(_ date: String) -> String
  /// The first day of the month after that of a date column or expression.
  func monthAfter(_ date: String) -> String
  /// The day so many days after a date column or expression.
  func day(_ date: String, plus days: String) -> String
  /// The days from one date column or expression to another.
  func days(_ from: String, _ to: String) -> String
  /// A mark for a date where the engine cannot tell its type from what stands around it.
  var dateMark: String { get }
  /// The type of a date column.
  var dateType: String { get }
  /// An integer as the text that the journal keeps a key as.
  func key(_ integer: String) -> String
  /// True where `text` holds `?`, whatever the case of letters.
  func contains(_ text: String) -> String

  /// A name as it is sorted: without regard to case and accents.
  func foldedName(_ text: String) -> String

  // The engine's own index of words: the table search_words.
  /// The column that numbers a record's words.
  var documentKey: String { get }
  /// The numbers, as `doc`, of records that meet the first `?`, which `wordQuery` makes, from the
  /// second to before the third.
  var documentsMeetingWords: String { get }
  /// Where a store's own tables are, and where temporary ones are.
  var storedSchema: String { get }
  var temporarySchema: String { get }
  /// What makes a transaction of searches use the index.
  var preferIndexes: String { get }
  /// Records that hold of every group one word; words are letters and digits alone.
  func wordQuery(_ words: [[String]]) -> String
  var emptyWords: String { get }
  /// Before and after very many records are added.
  var beginWords: String { get }
  var endWords: String { get }
}

/// A cell of a row whose types nobody knows beforehand.
package enum QueriedCell {
  case null
  case integer(Int64)
  /// A number that is no integer, as the engine writes it.
  case number(CellBytes)
  case text(CellBytes)
}
