import Engines

/// What the index of `search` covers, and how far the journal has moved on since. Every hit is
/// checked in the store, so outdated entries in the index do no harm.
struct SearchIndex {
  let connection: any Connection
  /// The last change that the index has seen; nil if it was never made, or for another journal. Where
  /// the store is shown as it was, the index may have seen later ones.
  let change: Int64?

  init(_ connection: any Connection) throws(StoreError) {
    self.connection = connection
    let kept = try connection.first(Self.state) { row in
      (row.integer(0), String(decoding: row.text(1), as: UTF8.self))
    }
    guard let (change, digest) = kept else {
      self.change = nil
      return
    }
    let own = try Self.storedDigest(of: change, on: connection)
    self.change = digest == Self.mark(own ?? Journal.noDigest) ? change : nil
  }

  /// Of the journal as it is, also where the store is shown as it was.
  private static func storedDigest(
    of change: Int64, on connection: any Connection
  ) throws(StoreError) -> String? {
    var digest: String?
    do {
      try connection.each(
        once: "SELECT digest FROM \(connection.dialect.storedSchema).change WHERE change = ?",
        [.integer(change)]
      ) { row in
        digest = String(decoding: row.text(0), as: UTF8.self)
        return false
      }
    } catch {
      throw error as? StoreError ?? StoreError(.defect, "\(error)")
    }
    return digest
  }

  /// What the index keeps of the journal's digest. An index of another form is rebuilt.
  static func mark(_ digest: String) -> String { "3 \(digest)" }

  private static let state = Statement("SELECT change, digest FROM search_state", isShort: true)

  /// How many rows were written since, of any table.
  private func rowsWritten() throws(StoreError) -> Int64 {
    try connection.first(Self.behind, [.integer(change ?? 0)]) { $0.integer(0) } ?? 0
  }

  /// Whether the rows of any table that were written since are more.
  func isBehind(by rows: Int) throws(StoreError) -> Bool { try rowsWritten() > rows }

  /// How many rows were written since of tables that the index holds. Only where many were written is
  /// the journal looked through for them.
  /// - Parameter many: rows of any table up to here are few.
  func rowsBehind(many: Int) throws -> Int {
    let written = try Int(rowsWritten())
    guard written > many else { return written }
    var rows = 0
    try connection.each(
      once: "SELECT count(*) FROM \(connection.dialect.storedSchema).change_row "
        + "WHERE change > ? AND (\(Self.isOfHeldTable))", [.integer(change ?? 0)]
    ) { row in
      rows = Int(row.integer(0))
      return false
    }
    return rows
  }

  private static let isOfHeldTable = SearchKind.allCases.filter(\.isIndexed)
    .map { "table_name = '\($0.table.name)'" }.joined(separator: " OR ")

  private static let behind = Statement(
    "SELECT CAST(coalesce(sum(row_count), 0) AS BIGINT) FROM change WHERE change > ?",
    isShort: true)

  /// How many records it holds, as they are and as they were.
  func documents() throws(StoreError) -> Int {
    try connection.first(Self.count) { Int($0.integer(0)) } ?? 0
  }

  private static let count = Statement("SELECT count(*) FROM search_doc", isShort: true)

  /// The records whose words were written since, by their kind. Where the store is shown as it was, what the
  /// index has seen later counts as written, too.
  func moved() throws -> [SearchKind: Set<String>] {
    var rows: [(table: String, key: String, kinds: [(kind: SearchKind, keys: Statement?)])] = []
    let shown = try connection.first(Journal.last) { $0.integer(0) } ?? 0
    try connection.each(
      once: Self.movedRows(connection.dialect), [.integer(min(change ?? 0, shown))]
    ) { row in
      let table = String(decoding: row.text(0), as: UTF8.self)
      let written =
        row.isNull(2) ? nil : Self.columns(String(decoding: row.text(2), as: UTF8.self))
      let kinds = SearchKind.following(table, written: written)
      if !kinds.isEmpty {
        rows.append((table, String(decoding: row.text(1), as: UTF8.self), kinds))
      }
      return true
    }
    var moved: [SearchKind: Set<String>] = [:]
    for (name, keyText, kinds) in rows {
      guard let table = Table.named(name),
        let key = RowKey.values(keyText, of: table)?.first
      else { continue }
      for (kind, keys) in kinds {
        guard let keys else {
          moved[kind, default: []].insert(key.description)
          continue
        }
        try connection.each(keys, [key]) { row in
          moved[kind, default: []].insert(row.datum(0).description)
          return true
        }
      }
    }
    return moved
  }

  private static func movedRows(_ dialect: any Dialect) -> String {
    "SELECT DISTINCT table_name, row_key, CASE WHEN action = 'update' THEN after END "
      + "FROM \(dialect.storedSchema).change_row WHERE change > ? AND (\(isOfHeldTable))"
  }

  /// Those that a line of the journal wrote; nil if it cannot be read.
  private static func columns(_ cells: String) -> [String]? {
    RowCells.parse(cells)?.map(\.0)
  }

  /// Whether a record would be found by every word that it has.
  /// - Parameter most: records with the same words, as the apartments of a house or notes of a form
  ///   are, among which it is looked for.
  package func holds(_ record: SearchRecord, among most: Int = 500) throws -> Bool {
    let entry = record.entry
    guard !entry.isEmpty else { return true }
    return try keys(record.kind, meeting: entry.sorted().map { [$0] }, most: most)
      .contains(record.key)
  }

  /// Of one kind, those of the records whose words meet the query, oldest first.
  func keys(_ kind: SearchKind, meeting words: [[String]], most: Int) throws -> [String] {
    let dialect = connection.dialect
    var keys: [String] = []
    try connection.each(
      once: """
        SELECT d.record_key FROM (\(dialect.documentsMeetingWords) LIMIT \(most)) w \
        JOIN search_doc d ON d.doc = w.doc ORDER BY w.doc
        """,
      [
        .text(dialect.wordQuery(words)), .integer(kind.documents.lowerBound),
        .integer(kind.documents.upperBound),
      ]
    ) { row in
      keys.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    return keys
  }
}

extension SearchKind {
  /// The numbers of its records in the index.
  var documents: Range<Int64> { (number << 40) + 1..<(number + 1) << 40 }
}
