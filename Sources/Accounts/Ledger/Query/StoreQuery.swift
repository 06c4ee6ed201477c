package import Engines

/// What follows a term of ORDER BY, the same for every engine: nothing comes before something.
package enum SortOrder {
  package static func words(isDescending: Bool) -> String {
    isDescending ? " DESC NULLS LAST" : " NULLS FIRST"
  }
}

/// A user's SQL, which only reads.
package struct StoreQuery {
  /// The columns of its rows.
  package let names: [String]
  /// Places of the columns that are amounts in dollars, and are written with two decimals.
  package let amounts: Set<Int>
  private let sql: String
  private let connection: any QueryConnection

  /// Refuses what is certainly no query, before anything runs it: nothing but comments, or a statement
  /// that does something else than read.
  package static func refuseOther(_ text: String) throws(StoreError) {
    var reader = SQLWordReader(text)
    guard let first = reader.words().first(where: { $0 != ";" }) else { throw .noQuery }
    guard readingWords.contains(first) else { throw QueryFault.beginning(with: first) }
  }

  /// What a statement that reads begins with.
  static let readingWords: Set = ["select", "with", "values", "table", "("]

  /// It must be one statement that reads. It is good within the reading in which it was made.
  package init(
    _ text: String, _ bounds: QueryBounds, parameters: QueryParameters = QueryParameters([:]),
    on store: Store
  ) throws(StoreError) {
    var text = text[...]
    while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
    connection = try store.connection.queryConnection(bounds)
    sql = try parameters.fill(String(text), numbers: connection.tellsNumbersFromTexts)
    do throws(StoreError) {
      names = try connection.names(of: sql)
      amounts = QueryAmounts.places(in: sql, of: names.count)
    } catch {
      throw error.asQueryFault(in: sql)
    }
  }

  /// Calls `body` for each row until it answers false.
  /// - Parameters:
  ///   - columns: of `names`, or nil for all as they are.
  ///   - order: terms of ORDER BY; none is the query's own order.
  ///   - limit: how many rows are wanted at most; nil for all.
  package func each(
    columns: [Int]? = nil, order: [(column: Int, isDescending: Bool)] = [], limit: Int? = nil,
    _ body: (any BorrowedRow) throws -> Bool
  ) throws {
    let chosen = columns.map { $0.map(quoted).joined(separator: ", ") } ?? "*"
    var text = "SELECT \(chosen) FROM (\(sql)\n) AS answer"
    let keys = order.flatMap { key in
      connection.sortTerms(
        quoted(key.column), at: key.column,
        isName: QueryView.nameColumns.contains(names[key.column])
      ).map { $0 + SortOrder.words(isDescending: key.isDescending) }
    }
    if !keys.isEmpty { text += " ORDER BY " + keys.joined(separator: ", ") }
    if let limit { text += " LIMIT \(limit)" }
    do {
      try connection.each(text, body)
    } catch let error as StoreError {
      throw error.asQueryFault(in: sql)
    }
  }

  private func quoted(_ column: Int) -> String {
    "\"" + names[column].replacing("\"", with: "\"\"") + "\""
  }
}
