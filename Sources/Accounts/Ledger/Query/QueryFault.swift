import Engines
import Values

/// An engine's error about a name in a user's SQL, reported as a typing error.
enum QueryFault {
  /// What other statements begin with; any other word there is a typing error.
  private static let statements = Set(
    """
    abort alter analyze attach begin call checkpoint close cluster comment commit copy create deallocate \
    declare delete detach discard do drop end execute explain fetch grant import insert listen load lock \
    merge move notify pragma prepare reassign refresh reindex release replace reset revoke rollback \
    savepoint security set show start truncate unlisten update vacuum
    """.split(separator: " ").map(String.init))

  /// A query that begins with a word with which none does.
  static func beginning(with word: String) -> StoreError {
    if statements.contains(word) { return .notAQuery }
    let meant = NearestWord.nearest(to: word, among: ["select", "with", "values", "table"])
    return StoreError(
      .badQuery, "syntax error at “\(word)”",
      remedy: meant.map { "did you mean \($0.uppercased())?" }
        ?? "a query begins with SELECT or WITH")
  }

  /// Nil if the message names nothing that is missing.
  static func of(_ message: String, in sql: String) -> StoreError? {
    if let name = name(in: message, "no such column: ", orOf: "column ") {
      return missing("column", name, among: columns(of: sql))
    }
    if let name = name(in: message, "no such table: ", orOf: "relation ") {
      return missing("view or table", name, among: tables.map(\.name))
    }
    if message.contains("because it is a view") { return .notAQuery }
    return name(in: message, "no such function: ", orOf: "function ").map {
      .uncallable(unqualified($0))
    }
  }

  /// Where the engine names it in another way.
  static func other(_ message: String) -> StoreError {
    let start = message.firstIndex(of: "(").map { message.index(after: $0) } ?? message.startIndex
    let detail = message[start...].hasSuffix(")") ? message[start...].dropLast() : message[start...]
    return StoreError(
      .badQuery, "the query refers to something that does not exist: \(detail)",
      remedy: "\(run: "ubadmin query", options: ["tables": nil]) lists the views and their "
        + "columns")
  }

  /// - Parameters:
  ///   - lead: what SQLite says before the name.
  ///   - server: what PostgreSQL says before it, and "does not exist" after it.
  private static func name(in message: String, _ lead: String, orOf server: String) -> String? {
    if let found = message.ranges(of: lead).first {
      return plain(message[found.upperBound...])
    }
    guard let end = message.ranges(of: " does not exist").first,
      let start = message[..<end.lowerBound].ranges(of: server).last
    else { return nil }
    return plain(message[start.upperBound..<end.lowerBound])
  }

  /// Without quotes, arguments and what the engine adds.
  private static func plain(_ words: Substring) -> String {
    String(words.prefix { !" ()".contains($0) }.filter { $0 != "\"" })
  }

  /// Without a schema or table before it.
  private static func unqualified(_ name: String) -> String {
    String(name.split(separator: ".").last ?? "")
  }

  private static func missing(
    _ what: String, _ whole: String, among names: [String]
  ) -> StoreError {
    let name = unqualified(whole)
    let meant = NearestWord.nearest(to: name.lowercased(), among: names)
    // The name exists, but not with this qualifier.
    if whole != name, meant == name.lowercased() {
      return StoreError(
        .badQuery, "there is no \(what) \(whole)",
        remedy: "write \(name) alone"
          + (what == "column" ? ", or after the name of a view that FROM has" : ""))
    }
    return StoreError(
      .badQuery, "there is no \(what) \(name)",
      remedy: (meant.map { "did you mean \($0)? " } ?? "")
        + "\(run: "ubadmin query", options: ["tables": nil]) lists the views and their "
        + "columns")
  }

  private static let tables =
    QueryView.all.map { (name: $0.name, columns: $0.table.columns) }
    + ViewedTable.all.map { (name: $0.name, columns: $0.columns) }

  /// Those of the views that the query names.
  private static func columns(of sql: String) -> [String] {
    var reader = SQLWordReader(sql)
    let words = Set(reader.words())
    return tables.filter { words.contains($0.name) }
      .flatMap { $0.columns.filter(\.isVisible).map(\.name) }
  }
}
