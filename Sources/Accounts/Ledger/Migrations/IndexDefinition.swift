import Engines
import Synchronization

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
  init?(_ sql: some StringProtocol) {
    var words = sql.split(whereSeparator: \.isWhitespace)[...]
    guard words.popFirst() == "CREATE" else { return nil }
    isUnique = words.first == "UNIQUE"
    if isUnique { words.removeFirst() }
    guard words.count > 4, words.popFirst() == "INDEX", let name = words.popFirst(),
      words.popFirst() == "ON", let table = words.popFirst()
    else { return nil }
    self.name = String(name)
    // A server writes the schema before it, and the usual kind of index behind it.
    self.table = String(table.split(separator: ".").last ?? "")
    if words.prefix(2) == ["USING", "btree"] { words.removeFirst(2) }
    let parts = words.split(separator: "WHERE", maxSplits: 1)
    columns = parts.first?.joined(separator: " ") ?? ""
    rows = parts.count > 1 ? parts[1].joined(separator: " ") : nil
  }

  /// Whether a server's index is the same: it writes conditions, and expressions, in its own way.
  func isLike(_ other: IndexDefinition) -> Bool {
    (name, table, plainColumns, isUnique, rows == nil)
      == (other.name, other.table, other.plainColumns, other.isUnique, other.rows == nil)
  }

  /// Without what a server adds to expressions: types of texts, and parentheses.
  private var plainColumns: String {
    columns.replacing("::text", with: "").filter { !"() ".contains($0) }
  }
}

extension Migration {
  /// The indexes that a store has after all steps, with the statements that make them.
  static func indexes(_ dialect: any Dialect) -> [(index: IndexDefinition, sql: String)] {
    let engine = ObjectIdentifier(type(of: dialect))
    if let known = knownIndexes.withLock({ $0[engine] }) { return known }
    let made = indexes(after: statements(dialect))
    knownIndexes.withLock { $0[engine] = made }
    return made
  }

  /// By engine, so that the steps are not read for each store.
  private static let knownIndexes = Mutex<
    [ObjectIdentifier: [(index: IndexDefinition, sql: String)]]
  >([:])

  private static func indexes(
    after statements: [String]
  ) -> [(index: IndexDefinition, sql: String)] {
    var made: [(index: IndexDefinition, sql: String)] = []
    for statement in statements {
      if let index = IndexDefinition(statement) {
        made.append((index, statement))
      } else if statement.hasPrefix("DROP INDEX ") {
        made.removeAll { statement.hasSuffix(" " + $0.index.name) }
      }
    }
    return made
  }

  /// Those that are about no table.
  private static func statements(_ dialect: any Dialect) -> [String] {
    all.flatMap { migration in
      migration.sql.split(separator: ";").flatMap { statement -> [String] in
        let words = statement.drop(while: \.isWhitespace)
        if words.hasPrefix("CREATE TABLE") { return [] }
        // What is the engine's alone may be several.
        return dialect.migration(String(words)).split(separator: ";").map(Self.trimmed)
      }
    }
  }

  private static func trimmed(_ statement: Substring) -> String {
    let head = statement.drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
