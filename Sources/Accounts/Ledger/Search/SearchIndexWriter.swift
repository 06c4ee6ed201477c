import Engines
import Values

/// Makes the index, or brings it to the journal's end. It must be in a transaction that writes.
struct SearchIndexWriter {
  private let connection: any Connection
  private var documents: BatchInsert
  private var words: BatchInsert
  private var parts: BatchInsert
  private var next: [SearchKind: Int64] = [:]
  /// Words whose parts were written, as far as they are worth the room.
  private var known: Set<String> = []

  private static let mostKnown = 100_000
  private static let page = 2000

  private init(_ connection: any Connection, parts table: String, end: String) {
    self.connection = connection
    documents = BatchInsert(connection, into: "search_doc", ["doc", "record_key"])
    words = BatchInsert(
      connection, into: "search_words", [connection.dialect.documentKey, "words"])
    parts = BatchInsert(connection, into: table, ["part", "head"], end: end)
  }

  /// Reads every record. Parts are sorted before they are written, so that their table is not
  /// rewritten again and again.
  static func make(_ connection: any Connection, _ progress: (Int) throws -> Void) throws {
    let dialect = connection.dialect
    try connection.script(
      "\(dialect.emptyWords); DELETE FROM search_doc; DELETE FROM search_part; "
        + dialect.beginWords)
    try connection.script(
      dialect.migration("CREATE TEMPORARY TABLE search_fresh (part TEXT, head TEXT)"))
    var writer = SearchIndexWriter(connection, parts: "search_fresh", end: "")
    var done = 0
    for kind in SearchKind.allCases where kind.isIndexed {
      try writer.eachPage(of: kind) { records in
        for record in records { try writer.add(record) }
        done += records.count
        try progress(done)
      }
    }
    try writer.finish()
    try connection.script(
      """
      INSERT INTO search_part (part, head) SELECT part, head FROM search_fresh \
      GROUP BY part, head ORDER BY part, head;
      DROP TABLE search_fresh;
      \(dialect.endWords)
      """)
  }

  /// Adds the records that were written since; what they held before is left behind.
  static func follow(_ index: SearchIndex, _ progress: (Int) throws -> Void) throws {
    var writer = SearchIndexWriter(
      index.connection, parts: "search_part", end: " ON CONFLICT DO NOTHING")
    var done = 0
    let moved = try index.moved()
    for kind in SearchKind.allCases {
      let records = try SearchRecord.load(
        kind, moved[kind, default: []].sorted(), from: index.connection)
      for record in records {
        try writer.add(record)
        done += 1
        if done % page == 0 { try progress(done) }
      }
    }
    try writer.finish()
  }

  private func eachPage(
    of kind: SearchKind, _ body: ([SearchRecord]) throws -> Void
  ) throws {
    let sql = SearchRecord.select(kind)
    var keys = AscendingKeys(of: kind.table.name)
    while true {
      let last = keys.last
      var records: [SearchRecord] = []
      try connection.each(
        once: sql + (last == nil ? "" : " WHERE \(kind.key) > ?")
          + " ORDER BY \(kind.key) LIMIT \(Self.page)", last.map { [$0] } ?? []
      ) { row in
        records.append(SearchRecord(kind, row))
        return true
      }
      guard let end = records.last else { return }
      try keys.pass(kind.datum(end.key))
      try body(records)
    }
  }

  private mutating func add(_ record: SearchRecord) throws(StoreError) {
    let number = try documentNumber(record.kind)
    let entry = record.entry
    guard !entry.isEmpty else { return }
    try documents.add(.integer(number), .text(record.key))
    try words.add(.integer(number), .text(entry.sorted().joined(separator: " ")))
    for (word, _) in record.words where !isKnown(word) {
      for row in SearchParts.rows(of: word) { try parts.add(.text(row.part), .text(row.head)) }
    }
  }

  /// Long numbers rarely appear twice.
  private mutating func isKnown(_ word: String) -> Bool {
    if word.utf8.count > 6, word.utf8.allSatisfy({ $0 < UInt8(ascii: "a") }) { return false }
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    return !known.insert(word).inserted
  }

  private mutating func documentNumber(_ kind: SearchKind) throws(StoreError) -> Int64 {
    let number: Int64
    if let next = next[kind] {
      number = next
    } else {
      let range = kind.documents
      let last = try connection.first(
        Self.lastDocument, [.integer(range.lowerBound), .integer(range.upperBound)]
      ) { $0.isNull(0) ? nil : $0.integer(0) }
      number = (last ?? nil).map { $0 + 1 } ?? range.lowerBound
    }
    next[kind] = number + 1
    return number
  }

  private static let lastDocument = Statement(
    "SELECT max(doc) FROM search_doc WHERE doc >= ? AND doc < ?", isShort: true)

  private mutating func finish() throws(StoreError) {
    try documents.finish()
    try words.finish()
    try parts.finish()
  }
}
