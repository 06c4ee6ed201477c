package import Values

/// Why the store could not do what was asked.
package struct StoreError: Error, Equatable {
  package enum Kind: Sendable {
    case unavailable, notAStore, newer, busy, full, notPermitted, inputOutput, corrupt
    case constraint, interrupted, defect, exists
    /// The server stopped a statement, and nobody here had asked for it.
    case stopped
    /// A table or column is missing.
    case incomplete
    /// A server that follows another and takes no writes.
    case standby
    /// SQL of somebody else's is at fault.
    case badQuery
    /// Somebody who does not wait for the writer's lock changed the same rows: the whole change may
    /// be tried again.
    case conflict
    /// On a server, another row has the same key: one that such a person added since the change began, or one
    /// that is in the way.
    case taken
    /// The connection was lost while a change was being committed.
    case outcomeUnknown
    /// The key file or an address in the configuration is not right for the store.
    case misconfigured
    /// What was given as a store's address is none.
    case badAddress
    /// A file cannot be created.
    case cannotCreate
    /// A file that was named cannot be opened, or is not what it is named for.
    case cannotOpenInput, badInput
  }

  package let kind: Kind
  package let message: String
  package let remedy: String

  package init(_ kind: Kind, _ message: String, remedy: String = "") {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  /// What a change that met this error answers to everything but a rollback.
  package var endingTheChange: StoreError {
    let words = "the change had an error and can only be rolled back: "
    return message.hasPrefix(words) ? self : StoreError(kind, words + message, remedy: remedy)
  }
}

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

extension Duration {
  /// How long a lock is waited for where nobody says otherwise.
  package static let standardWait = Duration.seconds(10)

  /// Whole ones.
  package var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
