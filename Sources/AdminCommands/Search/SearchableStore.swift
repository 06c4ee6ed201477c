import Accounts

extension CommandContext {
  /// The store with an up-to-date search index.
  func searchable(rebuilds: Bool = false) throws -> Store {
    let store = try store(.read)
    // Nothing can be written to what was.
    guard past == nil else { return store }
    if rebuilds { try require(SearchCommand.ofRebuild, for: "search --rebuild", on: store) }
    var total: Int?
    switch try store.searchLag() {
    case .small where !rebuilds: return store
    case .small: break
    case .unmade(let records): total = records
    case .behind(let rows): total = rows
    }
    do {
      var progress = ProgressLine(session: session, total: total, isShown: !options.quiet)
      defer { progress.clear() }
      try self.store(.write, recordsReveal: false).updateSearchIndex(rebuilds: rebuilds) { done in
        try SignalInbox.check()
        progress.update(done, "records")
      }
    } catch let error as StoreError
      where !rebuilds && [.notPermitted, .busy, .standby].contains(error.kind)
    {
      // Without permission or time to write, the search reads the unindexed rest.
    }
    return store
  }
}
