package import Values

extension Choice {
  /// The stored word as an SQL literal. SQLite uses a partial index only where the query has its words.
  package var sql: String { "'\(rawValue)'" }
}

extension Array where Element: Choice {
  /// The stored words as a list for `IN`.
  package var sql: String { "(" + map(\.sql).joined(separator: ", ") + ")" }
}
