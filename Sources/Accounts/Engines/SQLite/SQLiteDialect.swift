/// SQL that SQLite words in its own way.
struct SQLiteDialect: Dialect {
  private static let words = MigrationWords([
    ("{date}", "TEXT"), ("{timestamp}", "TEXT"), ("{boolean}", "INTEGER"), ("BIGINT", "INTEGER"),
    ("{position}", "instr"),
    ("{true}", "1"), ("{false}", "0"),
    ("{table}", " STRICT"), ("{clustered}", " STRICT, WITHOUT ROWID"),
    // Words are normalized already: the ascii tokenizer takes everything outside ASCII for letters.
    (
      "{search_words}",
      "CREATE VIRTUAL TABLE search_words USING fts5(words, content = '', columnsize = 0, "
        + "detail = none, tokenize = 'ascii')"
    ),
  ])

  func migration(_ sql: String) -> String {
    Self.words.put(into: sql)
  }

  func month(_ date: String) -> String { "substr(\(date), 1, 7)" }
  func year(_ date: String) -> String { "substr(\(date), 1, 4)" }
  func monthAfter(_ date: String) -> String { "date(\(date), 'start of month', '+1 month')" }
  func day(_ date: String, plus days: String) -> String { "date(\(date), (\(days)) || ' days')" }
  func days(_ from: String, _ to: String) -> String {
    "CAST(julianday(\(to)) - julianday(\(from)) AS INTEGER)"
  }
  func moment(_ timestamp: String, plusMinutes minutes: Int64) -> String {
    "strftime('%Y-%m-%dT%H:%M:%SZ', \(timestamp), '\(minutes) minutes')"
  }
  func key(_ integer: String) -> String { "CAST(\(integer) AS TEXT)" }
  var dateMark: String { "?" }
  var dateType: String { "TEXT" }
  package func contains(_ text: String) -> String { "instr(lower(\(text)), lower(?)) > 0" }

  func foldedName(_ text: String) -> String { "\(SQLiteFoldedName.name)(\(text))" }

  let storedSchema = "main"
  let temporarySchema = "temp"
  let documentKey = "rowid"
  let documentsMeetingWords =
    "SELECT rowid AS doc FROM search_words WHERE search_words MATCH ? AND rowid >= ? AND rowid < ?"
  let emptyWords = "INSERT INTO search_words (search_words) VALUES ('delete-all')"
  /// Few large segments for a large load, then as few as there can be.
  let beginWords = "INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 16777216)"
  let endWords = """
    INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 1048576);
    INSERT INTO search_words (search_words) VALUES ('optimize');
    """

  func wordQuery(_ words: [[String]]) -> String {
    words.map { "(" + $0.map { "\"\($0)\"" }.joined(separator: " OR ") + ")" }
      .joined(separator: " AND ")
  }
}
