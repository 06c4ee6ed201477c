package import Engines
package import Values

extension Store {
  /// Rows of a query that is made for one use. The arguments are bound, never spliced in.
  package func each(
    sql: String, _ arguments: [Datum] = [], _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    try connection.each(once: sql, arguments, body)
  }

  /// The first row's value of a query; nil if there is no row.
  package func first<T>(
    _ statement: Statement, _ arguments: [Datum] = [], _ value: (any BorrowedRow) -> T
  ) throws(StoreError) -> T? {
    try connection.first(statement, arguments, value)
  }
}

extension Store {
  /// What is read in the body is the store at one moment.
  package func reading<T>(_ body: () throws -> T) throws -> T {
    // Within an open change, reads see what it has done so far.
    if let open, !open.isEmpty { return try body() }
    // One transaction is open already.
    if past != nil { return try body() }
    return try engine.transaction(.read, body)
  }

  /// Books to read from, outside any change.
  package func books() -> Books {
    Books(
      connection: connection, settings: settings, today: today, now: now, isAlone: false,
      bankKey: bankKey)
  }
}
