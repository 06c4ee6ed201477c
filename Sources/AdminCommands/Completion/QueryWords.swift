import Accounts

/// Names of views, tables and columns in a query that is being typed.
enum QueryWords {
  /// A view or a table, with the names and labels of its columns that can be shown.
  private struct Source {
    let name: String
    let columns: [Suggestions.Suggestion]
  }

  /// - Parameter before: the words of the query before the one at the cursor, which may hold several.
  static func suggestions(after before: String, typed: String) -> Suggestions {
    let start = typed.lastIndex { !isPartOfName($0) }.map(typed.index(after:)) ?? typed.startIndex
    let (lead, name) = (String(typed[..<start]), String(typed[start...]))
    let text = before + " " + lead
    // Text in quotes is a value.
    guard text.count(where: { $0 == "'" }).isMultiple(of: 2) else { return Suggestions() }
    let found = isPlaceOfTable(text) ? tableNames(name) : columnNames(name, in: text)
    var names = found.beginning(with: name).behind(lead)
    names.queryBefore = lead
    return names
  }

  private static let views = QueryView.all.map { view in
    Source(name: view.name, columns: view.columns.map { .init(value: $0.name, meaning: $0.label) })
  }

  private static let tables = EntityCatalogue.tables.map { table in
    Source(
      name: table.name,
      columns: table.columns.filter { $0.type != .secret }.map {
        .init(value: $0.name, meaning: $0.label)
      })
  }

  /// The views, which have dollars and units; the tables as well once a letter is typed.
  private static func tableNames(_ name: String) -> Suggestions {
    Suggestions(words: (views + (name.isEmpty ? [] : tables)).map(\.name))
  }

  /// Those of the views and tables that are named before; of all views while none is.
  private static func columnNames(_ name: String, in text: String) -> Suggestions {
    let named = Set(words(of: text))
    let sources = (views + tables).filter { named.contains($0.name) }
    guard !sources.isEmpty || !name.isEmpty else { return Suggestions() }
    var seen: Set<String> = []
    return Suggestions(
      (sources.isEmpty ? views : sources).flatMap(\.columns).filter {
        seen.insert($0.value).inserted
      })
  }

  /// After FROM or JOIN, and after a comma there.
  private static func isPlaceOfTable(_ text: String) -> Bool {
    let words = words(of: text)
    guard let keyword = words.last(where: keywords.contains), ["from", "join"].contains(keyword)
    else { return false }
    let last = text.last { !$0.isWhitespace }
    return last == "," || words.last == keyword && last?.isLetter == true
  }

  private static let keywords: Set = [
    "select", "from", "join", "on", "where", "group", "having", "order", "limit",
  ]

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !isPartOfName($0) }.map(String.init)
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
