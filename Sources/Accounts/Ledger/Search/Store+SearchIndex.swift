import Engines

extension Store {
  /// How much a search would have to look through in addition to the index.
  package enum SearchLag: Sendable, Equatable {
    /// Few enough records to look through.
    case small
    /// The index was never made; how many records there are.
    case unmade(Int)
    /// Enough rows were written since it was brought up to date.
    case behind(Int)
  }

  /// Records that are looked through sooner than an index is written.
  static let lookedThrough = 2000

  package func searchLag() throws -> SearchLag {
    let index = try SearchIndex(connection)
    if index.change != nil {
      let rows = try index.rowsBehind(many: Self.lookedThrough)
      return rows > Self.lookedThrough ? .behind(rows) : .small
    }
    let records = try searchedRecords()
    return records > Self.lookedThrough ? .unmade(records) : .small
  }

  /// - Parameter most: of each kind no more are counted.
  func searchedRecords(most: Int? = nil) throws -> Int {
    var records = 0
    for kind in SearchKind.allCases where kind.isIndexed {
      let source = most.map { "(SELECT 1 FROM \(kind.table.name) LIMIT \($0)) few" }
      try connection.each(once: "SELECT count(*) FROM \(source ?? kind.table.name)", []) { row in
        records += Int(row.integer(0))
        return false
      }
    }
    return records
  }

  /// Makes the index, or brings it to the journal's end, in its own transaction. Nothing of it
  /// is in the journal. `progress` hears how many records are done; what it throws stops the work.
  package func updateSearchIndex(
    rebuilds: Bool = false, _ progress: (Int) throws -> Void = { _ in }
  ) throws {
    guard open?.isEmpty ?? true else {
      throw StoreError(.busy, "the search index waits for the end of a change")
    }
    try engine.transaction(.write) {
      // Another process may have come first.
      let index = try SearchIndex(connection)
      if try rebuilds || isWorthMaking(index) {
        try SearchIndexWriter.make(connection, progress)
      } else {
        try SearchIndexWriter.follow(index, progress)
      }
      let head = try connection.first(Journal.last) { row in
        (row.integer(0), String(decoding: row.text(1), as: UTF8.self))
      }
      try connection.run(
        Self.putSearchState,
        [.integer(head?.0 ?? 0), .text(SearchIndex.mark(head?.1 ?? Journal.noDigest))])
    }
  }

  /// Brings the index up to date after a change where that takes little time next to the change. Without
  /// permission or time for it, the next search does it.
  package func followSearch() {
    guard open?.isEmpty ?? true, (try? isSoonSearchable()) == true else { return }
    try? updateSearchIndex()
  }

  private func isSoonSearchable() throws -> Bool {
    let index = try SearchIndex(connection)
    guard try index.isBehind(by: Self.lookedThrough) else { return false }
    let most = Self.soonIndexed
    guard index.change != nil else { return try searchedRecords(most: most) <= most }
    return try index.rowsBehind(many: Self.lookedThrough) <= most
  }

  /// Records that are put into the index directly after the change that wrote them: some seconds' work.
  private static let soonIndexed = 50_000

  /// An index that follows takes each record separately, and leaves behind what a record held.
  private func isWorthMaking(_ index: SearchIndex) throws -> Bool {
    guard index.change != nil else { return true }
    let behind = try index.rowsBehind(many: Self.lookedThrough)
    guard behind > Self.lookedThrough else { return false }
    let records = try searchedRecords()
    return try behind > records || index.documents() > 2 * records
  }

  private static let putSearchState = Statement(
    "INSERT INTO search_state (state, change, digest) VALUES (1, ?, ?) "
      + "ON CONFLICT (state) DO UPDATE SET change = excluded.change, digest = excluded.digest")
}
