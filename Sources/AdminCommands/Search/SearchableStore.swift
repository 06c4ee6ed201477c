import Accounts

extension Session {
  /// The store with an index of which a search has little left to look through.
  func searchable(_ options: GlobalOptions, anew: Bool = false) throws -> Store {
    let store = try store(options, .read)
    var total: Int?
    switch try store.searchLag() {
    case .small where !anew: return store
    case .small: break
    case .unmade(let records): total = records
    case .behind(let rows): total = rows
    }
    do {
      var progress = ProgressLine(session: self, total: total, isShown: !options.quiet)
      defer { progress.clear() }
      try self.store(options, .write, recordsReveal: false).updateSearchIndex(anew: anew) { done in
        try SignalInbox.check()
        progress.update(done) { _ in "\(done) records for the index of searches" }
      }
    } catch let error as StoreError
      where !anew && (error.kind == .notPermitted || error.kind == .busy)
    {
      // Who may not write, or would have to wait, looks through the rest.
    }
    return store
  }
}
