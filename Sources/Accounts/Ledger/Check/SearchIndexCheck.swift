extension Store {
  /// Checks that the search index has every record and, for an evenly spread sample, every word.
  func checkSearchIndex(_ scope: CheckScope, _ tell: (Finding) throws -> Void) throws {
    let index = try SearchIndex(connection)
    guard index.change != nil else { return }
    let moved = try index.moved()
    let kinds = SearchKind.allCases.filter(\.isIndexed)
    for kind in scope.part(of: kinds) ?? kinds {
      let missing = try unindexed(kind, index, moved[kind, default: []])
      for key in missing.sorted() {
        try tell(
          Finding(
            rule: .searchIndex, severity: .error, record: "\(kind.rawValue) \(key)",
            what: "`search` may not find it: the index is missing it, or some of its words",
            remedy: "rebuild the index with \(run: "search", options: ["rebuild": nil])"))
      }
    }
  }

  /// A search by all words of a record costs more than all other checks of it together.
  private static let looked = 200
  private static let mostAbsent = 100

  /// Keys of records that the index lacks in part or whole; some, where there are very many.
  private func unindexed(
    _ kind: SearchKind, _ index: SearchIndex, _ moved: Set<String>
  ) throws -> Set<String> {
    var looked: [String] = []
    var absent = 0
    var count = 0
    let every = try max(1, searchedRecords() / Self.looked)
    // As text, for keys are text in the index.
    let key = "CAST(t.\(kind.table.columns[0].name) AS TEXT)"
    try connection.each(
      once: """
        SELECT \(key), d.record_key FROM \(kind.table.name) t LEFT JOIN \
        (SELECT DISTINCT record_key FROM search_doc WHERE doc >= ? AND doc < ?) d \
        ON d.record_key = \(key)
        """,
      [.integer(kind.documents.lowerBound), .integer(kind.documents.upperBound)]
    ) { row in
      let key = String(decoding: row.text(0), as: UTF8.self)
      if row.isNull(1) { absent += 1 }
      if row.isNull(1) || count % every == 0 { looked.append(key) }
      count += 1
      return absent < Self.mostAbsent
    }
    return try Set(
      SearchRecord.load(kind, looked, from: connection).filter { record in
        try !moved.contains(record.key) && !index.holds(record)
          && !index.holds(record, among: .max)
      }.map(\.key))
  }
}
