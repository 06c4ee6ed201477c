import Engines

/// A record with its words, as it is in the store now.
struct SearchRecord {
  package let kind: SearchKind
  /// As the index and the journal have it.
  let key: String
  /// Words with the weight of the column that they stand in.
  let words: [(word: String, weight: Int)]

  /// Its entry in the index: each word once, and words of its title again, marked as such.
  var entry: Set<String> {
    var entry = Set(words.map(\.word))
    for (word, weight) in words where weight >= SearchedColumn.title {
      entry.insert(Self.titled(word))
    }
    return entry
  }

  /// A sign that no word has, and that the engines take for a letter.
  package static func titled(_ word: String) -> String { "\u{B6}" + word }

  /// Begins at the kind's key and ends with the searched columns.
  static func select(_ kind: SearchKind) -> String {
    let columns = SearchedColumn.byKind[kind, default: []].map(\.sql)
    return "SELECT \(([kind.key] + columns).joined(separator: ", ")) FROM \(kind.source)"
  }

  init(_ kind: SearchKind, _ row: any BorrowedRow) {
    self.kind = kind
    key = row.datum(0).description
    var words: [(word: String, weight: Int)] = []
    for (index, column) in SearchedColumn.byKind[kind, default: []].enumerated() {
      guard !row.isNull(index + 1) else { continue }
      let text = String(decoding: row.text(index + 1), as: UTF8.self)
      for word in column.words(text) { words.append((word, column.weight)) }
    }
    self.words = words
  }

  /// Those of the records that are still there.
  static func load(
    _ kind: SearchKind, _ keys: [String], from connection: any Connection
  ) throws -> [SearchRecord] {
    var records: [SearchRecord] = []
    for some in keys.chunks(of: loadedTogether) {
      let marks = some.map { _ in "?" }.joined(separator: ", ")
      let sql = "\(select(kind)) WHERE \(kind.key) IN (\(marks))"
      try connection.each(once: sql, some.map(kind.datum)) { row in
        records.append(SearchRecord(kind, row))
        return true
      }
    }
    return records
  }

  private static let loadedTogether = 250
}
