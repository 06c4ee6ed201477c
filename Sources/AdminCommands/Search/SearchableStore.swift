import Accounts

extension Session {
  /// The store with an index of which a search has little left to look through.
  func searchable(_ options: GlobalOptions) throws -> Store {
    let store = try store(options, .read)
    let total: Int
    switch try store.searchLag() {
    case .small: return store
    case .unmade(let records): total = records
    case .behind(let rows): total = rows
    }
    do {
      var progress = ProgressLine(session: self, total: total, isShown: !options.quiet)
      defer { progress.clear() }
      try self.store(options, .write, recordsReveal: false).updateSearchIndex { done in
        try SignalInbox.check()
        progress.update(done) { _ in "\(done) of \(total) records for the index of searches" }
      }
    } catch let error as StoreError where error.kind == .notPermitted || error.kind == .busy {
      // Who may not write, or would have to wait, looks through the rest.
    }
    return store
  }
}
