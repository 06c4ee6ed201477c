/// What follows a term of ORDER BY, the same for every engine: nothing comes before something.
public enum SortOrder {
  public static func words(isDescending: Bool) -> String {
    isDescending ? " DESC NULLS LAST" : " NULLS FIRST"
  }
}

/// SQL of somebody else's, which reads.
public struct StoreQuery {
  /// The columns of its rows.
  public let names: [String]
  private let sql: String
  private let connection: any Connection

  /// Looks at what the SQL would do; it must be one statement that reads, and what it looks at must
  /// not be hidden. It is good within the reading in which it was made.
  public init(_ text: String, hiding hidden: HiddenColumns, on store: Store) throws(StoreError) {
    var text = text[...]
    while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
    sql = String(text)
    connection = store.connection
    names = try connection.examine(query: sql, hiding: hidden)
  }

  /// Calls `body` for each row until it answers false.
  /// - Parameters:
  ///   - columns: of `names`, or nil for all as they stand.
  ///   - order: terms of ORDER BY; none is the query's own order.
  public func each(
    columns: [Int]? = nil, order: [(column: Int, isDescending: Bool)] = [],
    _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    var text = sql
    if columns != nil || !order.isEmpty {
      let chosen = columns.map { $0.map(quoted).joined(separator: ", ") } ?? "*"
      text = "SELECT \(chosen) FROM (\(sql)\n) AS answer"
      let keys = order.map { quoted($0.column) + SortOrder.words(isDescending: $0.isDescending) }
      if !keys.isEmpty { text += " ORDER BY " + keys.joined(separator: ", ") }
    }
    do {
      try connection.each(once: text, [], body)
    } catch let error as StoreError {
      throw error.asQueryFault
    }
  }

  private func quoted(_ column: Int) -> String {
    "\"" + names[column].replacing("\"", with: "\"\"") + "\""
  }
}
