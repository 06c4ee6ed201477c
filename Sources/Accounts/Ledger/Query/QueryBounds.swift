package import Engines

/// What a user's SQL may see, and how long it may take.
package struct QueryBounds {
  let reveals: Bool
  package let limit: Duration
  let asksToStop: () -> Bool

  /// - Parameters:
  ///   - reveals: personal data was asked for; secrets cannot be.
  ///   - asksToStop: is asked now and then; true ends the query.
  package init(reveals: Bool, limit: Duration, asksToStop: @escaping () -> Bool = { false }) {
    self.reveals = reveals
    self.limit = limit
    self.asksToStop = asksToStop
  }

  /// Why a query that has to stop does.
  var ended: StoreError {
    asksToStop() ? StoreError(.interrupted, "interrupted") : tooLong
  }

  var tooLong: StoreError {
    StoreError(
      .badQuery, "the query took longer than \(limit.components.seconds) seconds",
      remedy: "narrow it, or ask an admin to raise the setting \(Setting.querySeconds.rawValue)")
  }
}

/// A connection to a store for a user's SQL, which sees only the views for queries.
protocol QueryConnection: AnyObject {
  /// Whether '5' is another value than 5; otherwise what it is compared with decides.
  var tellsNumbersFromTexts: Bool { get }
  /// The names of a query's columns; throws where it is not one statement that reads.
  func names(of sql: String) throws(StoreError) -> [String]
  /// Terms of ORDER BY for a column of the query whose names were asked for last.
  func sortTerms(_ column: String, at index: Int, isName: Bool) -> [String]
  /// Calls `body` for each row of a query whose names were asked for, until it answers false.
  func each(_ sql: String, _ body: (any BorrowedRow) throws -> Bool) throws
}

extension Connection {
  /// A connection for a user's SQL; on a server it is valid within one reading.
  func queryConnection(_ bounds: QueryBounds) throws(StoreError) -> any QueryConnection {
    switch self {
    case let file as SQLiteConnection:
      // The query reads by its own connection, which would wait for this one. Nobody else can write
      // meanwhile, so it needs no lock where the log holds nothing that it would have to read.
      if let full = file.fullDisk, !file.hasEmptyLog { throw full }
      return try SQLiteQueryConnection(
        file.path, bounds, isImmutable: file.isUnlocked || file.fullDisk != nil)
    case let server as PostgreSQLConnection: return try PostgreSQLQueryConnection(server, bounds)
    default: throw StoreError(.defect, "\(engineName) does not support queries")
    }
  }
}

extension StoreError {
  /// Errors in a user's SQL.
  func asQueryFault(in sql: String) -> StoreError {
    switch kind {
    case .incomplete: QueryFault.of(message, in: sql) ?? QueryFault.other(message)
    case .defect, .constraint, .notPermitted:
      QueryFault.of(message, in: sql)
        ?? StoreError(
          .badQuery,
          message.replacing("the store refused a row", with: "the query cannot be answered"),
          remedy: "see \(run: "ubadmin query", options: ["tables": nil]) for the views and "
            + "their columns"
        )
    default: self
    }
  }

  static let notAQuery = StoreError(
    .badQuery, "a query cannot change anything",
    remedy: "use SELECT; changes are made by commands, so that they can be undone")

  static func uncallable(_ function: String) -> StoreError {
    StoreError(
      .badQuery, "a query cannot call \(function)()",
      remedy: "use functions on text, numbers, dates and JSON, by their plain names")
  }

  static func unreadable(_ table: String) -> StoreError {
    StoreError(
      .badQuery, "a query cannot read \(table)",
      remedy: "see \(run: "ubadmin query", options: ["tables": nil]) for the views and their "
        + "columns")
  }

  package static let noQuery = StoreError(
    .badQuery, "the query is empty",
    remedy: "give one, e.g. `ubadmin query \"SELECT bill, total FROM v_bill\"`")
}
