import Engines

/// What an index is, as a statement that makes it says.
struct IndexDefinition: Equatable, Sendable {
  let name: String
  let table: String
  /// Columns and their directions, with single blanks; how a word index is made.
  let columns: String
  let isUnique: Bool
  /// Which rows it has; nil for all.
  let rows: String?

  /// Nil for a statement that makes no index.
  init?(_ sql: String) {
    let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard
      let parts = words.wholeMatch(
        of: #/CREATE (UNIQUE )?INDEX (\w+) ON (?:\w+\.)?(\w+) ?(?:USING btree )?(.*)/#)
    else { return nil }
    isUnique = parts.1 != nil
    name = String(parts.2)
    table = String(parts.3)
    let rest = parts.4.split(separator: " WHERE ", maxSplits: 1)
    columns = rest.first.map(String.init) ?? ""
    rows = rest.count > 1 ? String(rest[1]) : nil
  }

  /// Whether a server's index is the same: it writes conditions in its own way.
  func isLike(_ other: IndexDefinition) -> Bool {
    (name, table, columns, isUnique, rows == nil)
      == (other.name, other.table, other.columns, other.isUnique, other.rows == nil)
  }
}

extension Migration {
  /// The indexes that a store has after all steps, with the statements that make them.
  static func indexes(_ dialect: any Dialect) -> [(index: IndexDefinition, sql: String)] {
    var made: [(index: IndexDefinition, sql: String)] = []
    for statement in all.flatMap({ dialect.migration($0.sql).split(separator: ";") }) {
      let words = statement.split(whereSeparator: \.isWhitespace)
      if words.prefix(2) == ["DROP", "INDEX"] {
        made.removeAll { $0.index.name == words.last ?? "" }
      } else if let index = IndexDefinition(String(statement)) {
        made.append((index, String(statement)))
      }
    }
    return made
  }
}
