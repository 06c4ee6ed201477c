import Engines

/// The words of a query on a server. The rights of the role that runs it are what protects the data.
/// This keeps out what any role may do on a server beyond reading, and says sooner what is wrong.
struct PostgreSQLQueryText {
  private let words: [String]

  init(_ sql: String) {
    var reader = SQLWordReader(sql)
    words = reader.words()
  }

  /// Functions that wait, lock, keep or send something, or run a text.
  private static let forbidden = [
    "lo_", "loread", "lowrite", "dblink", "txid_", "set_config", "setseed", "nextval", "setval",
    "currval", "lastval", "query_to_", "table_to_", "cursor_to_", "schema_to_", "database_to_",
    "ts_stat", "ts_rewrite", "binary_upgrade", "inet_", "xpath_table", "brin_", "gin_", "currtid",
  ]
  /// What belongs to the server itself.
  private static let catalogues = ["pg_", "information_schema"]

  func check() throws(StoreError) {
    guard let first = words.first else { throw .noQuery }
    guard StoreQuery.readingWords.contains(first) else { throw QueryFault.beginning(with: first) }
    for (place, word) in words.enumerated() {
      let isCalled = words.dropFirst(place + 1).first == "("
      let isQualified = place > 0 && words[place - 1] == "."
      if ["u&", SQLWordReader.escapes].contains(word) || word.hasPrefix("$")
        || (word == "operator" && isCalled)
      {
        throw StoreError(
          .badQuery, "a query cannot use \(word.prefix(8).uppercased())",
          remedy: "write text in single quotes, and names and operators as they are")
      }
      if Self.catalogues.contains(where: { word.hasPrefix($0) }) { throw .unreadable(word) }
      let isForbidden = Self.forbidden.contains { word.hasPrefix($0) }
      if isCalled && (isQualified || isForbidden) || isQualified && isForbidden {
        throw .uncallable(word)
      }
    }
  }
}
