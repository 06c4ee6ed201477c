package import Values

/// Rows of a statement as values.
extension Connection {
  /// Each row, until the body answers false.
  package func read(
    _ statement: Statement, _ arguments: [Datum], _ body: (any BorrowedRow) -> Bool
  ) throws(StoreError) {
    do {
      try each(statement, arguments, body)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.defect, "\(error)")
    }
  }

  /// A value of each row.
  package func all<T>(
    _ statement: Statement, _ arguments: [Datum] = [], _ value: (any BorrowedRow) -> T
  ) throws(StoreError) -> [T] {
    var found: [T] = []
    try read(statement, arguments) { row in
      found.append(value(row))
      return true
    }
    return found
  }

  /// The first row's value of a query that is asked once; nil if there is no row.
  package func first<T>(
    once sql: String, _ arguments: [Datum] = [], _ value: (any BorrowedRow) -> T
  ) throws -> T? {
    var found: T?
    try each(once: sql, arguments) { row in
      found = value(row)
      return false
    }
    return found
  }

  /// The first row's value of a query; nil if there is no row.
  package func first<T>(
    _ statement: Statement, _ arguments: [Datum] = [], _ value: (any BorrowedRow) -> T
  ) throws(StoreError) -> T? {
    var found: T?
    try read(statement, arguments) { row in
      found = value(row)
      return false
    }
    return found
  }
}
