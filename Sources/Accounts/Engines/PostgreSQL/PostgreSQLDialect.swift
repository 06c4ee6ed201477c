import Values

/// SQL that PostgreSQL words in its own way.
struct PostgreSQLDialect: Dialect {
  /// Text sorts by its bytes, as it does in a file and in this program.
  private static let words = MigrationWords([
    ("{date}", "date"), ("{position}", "strpos"), ("{timestamp}", "timestamptz"),
    ("{boolean}", "boolean"),
    ("{true}", "true"), ("{false}", "false"), ("{table}", ""), ("{clustered}", ""),
    (" TEXT", " text COLLATE \"C\""),
    (
      "{search_words}",
      "CREATE TABLE search_words (doc bigint PRIMARY KEY, words tsvector NOT NULL); "
        + "CREATE INDEX search_words_words ON search_words USING gin (words)"
    ),
  ])

  func migration(_ sql: String) -> String {
    Self.words.put(into: sql)
  }

  func month(_ date: String) -> String { "substr(\(date)::text, 1, 7)" }
  func year(_ date: String) -> String { "substr(\(date)::text, 1, 4)" }
  func monthAfter(_ date: String) -> String {
    "CAST(date_trunc('month', \(date)) + INTERVAL '1 month' AS date)"
  }
  func day(_ date: String, plus days: String) -> String {
    "((\(date)) + CAST(\(days) AS integer))"
  }
  func days(_ from: String, _ to: String) -> String { "((\(to)) - (\(from)))" }
  func moment(_ timestamp: String, plusMinutes minutes: Int64) -> String {
    "((\(timestamp)) + INTERVAL '\(minutes) minutes')"
  }
  func key(_ integer: String) -> String { "(\(integer)::text COLLATE \"C\")" }
  var dateMark: String { "?::date" }
  var dateType: String { "date" }

  package func contains(_ text: String) -> String {
    "strpos(lower(\(text)), lower(?::text COLLATE \"C\")) > 0"
  }

  func foldedName(_ text: String) -> String {
    let (accented, plain) = FoldedName.letters
    let single = "translate(\(text), '\(accented)', '\(plain)')"
    let all = FoldedName.pairs.reduce(single) { "replace(\($0), '\($1.0)', '\($1.1)')" }
    return "lower(\(all) COLLATE \"C\")"
  }

  let storedSchema = "ubadmin"
  let temporarySchema = "pg_temp"
  let documentKey = "doc"
  /// The words are matched first: for a few rows that are wanted soon, the server would otherwise
  /// scan from the first number.
  let documentsMeetingWords = """
    WITH met AS MATERIALIZED (SELECT doc FROM search_words WHERE words @@ ?::tsquery) \
    SELECT doc FROM met WHERE doc >= ? AND doc < ? ORDER BY doc
    """
  let emptyWords = "DELETE FROM search_words"
  let beginWords = ""
  let endWords = ""

  func wordQuery(_ words: [[String]]) -> String {
    words.map { "(" + $0.map { "'\($0)'" }.joined(separator: " | ") + ")" }
      .joined(separator: " & ")
  }
}
