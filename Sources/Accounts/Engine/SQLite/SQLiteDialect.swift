/// What SQLite says in words of its own.
struct SQLiteDialect: Dialect {
  private static let words = [
    ("{date}", "TEXT"), ("{timestamp}", "TEXT"), ("{boolean}", "INTEGER"), ("BIGINT", "INTEGER"),
    ("{true}", "1"), ("{false}", "0"),
    ("{table}", " STRICT"), ("{clustered}", " STRICT, WITHOUT ROWID"),
  ]

  func migration(_ sql: String) -> String {
    Self.words.reduce(sql) { text, word in text.replacing(word.0, with: word.1) }
  }

  func month(_ date: String) -> String { "substr(\(date), 1, 7)" }
  func year(_ date: String) -> String { "substr(\(date), 1, 4)" }
  func days(_ from: String, _ to: String) -> String {
    "CAST(julianday(\(to)) - julianday(\(from)) AS INTEGER)"
  }
  func key(_ integer: String) -> String { "CAST(\(integer) AS TEXT)" }
  var dateMark: String { "?" }
  func contains(_ text: String) -> String { "instr(lower(\(text)), lower(?)) > 0" }
}
