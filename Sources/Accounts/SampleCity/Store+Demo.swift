import Engines
package import Ledger

extension Store {
  /// Makes a store with a sample city in it: the same bytes for the same city, whatever the day.
  /// `progress` hears how many accounts are done; what it throws stops the work. Unless all of it
  /// was made, nothing is left behind.
  @discardableResult
  package static func createDemo(
    _ location: StoreLocation, _ city: DemoCity, rights: Rights, clock: Clock,
    progress: (_ accounts: Int) throws -> Void
  ) throws -> Store {
    switch location {
    case .file(let path):
      try SQLiteFile.createWhole(path) { part in
        try fill(create(.file(path: part), city, rights), city, progress)
      }
    case .server(let conninfo):
      let store = try create(location, city, rights)
      do {
        try fill(store, city, progress)
        store.endMaking()
      } catch {
        store.endMaking()
        // This run has made it.
        try? PostgreSQLServer.remove(conninfo)
        throw error
      }
    }
    return try open(location, clock: clock)
  }

  /// The wall clock would leave its mark on the store.
  private static func create(
    _ location: StoreLocation, _ city: DemoCity, _ rights: Rights
  ) throws -> Store {
    try create(
      location, rights: rights, clock: .fixed(city.lastDay), settings: DemoCity.settings,
      access: .ownerOnly, isFilled: true)
  }

  private static func fill(
    _ store: Store, _ city: DemoCity, _ progress: (Int) throws -> Void
  ) throws {
    var accounts = 0
    try store.loading {
      try store.load(city) { done in
        accounts = done
        try progress(done)
      }
    }
    // Names are found from the first search on. Whoever waits may still stop it.
    try store.updateSearchIndex { _ in try progress(accounts) }
  }

  /// Fills an empty store, as one change. Its rows are not in the journal: there is nothing to undo.
  func load(_ city: DemoCity, progress: (Int) throws -> Void = { _ in }) throws {
    try change(by: Author(operatorName: "demo", host: "demo", command: city.command)) { change in
      try change.openJournal()
      var generator = DemoGenerator(city, dueDays: settings.integer(.billDueDays))
      let writer = DemoWriter(change.unjournaledRows(), lastDay: city.lastDay)
      var block = DemoBlock()
      var done = 0
      while done < city.accounts {
        let count = min(Self.accountsAtOnce, city.accounts - done)
        generator.fill(&block, accounts: count)
        try writer.write(block)
        done += count
        try progress(done)
      }
      try writer.writeAnnouncements(on: city.lastDay)
      try change.settleAllAccounts()
      try change.sumAllConsumption()
      try change.findAllBounces()
      return .commit(())
    }
  }

  /// Some megabytes of history.
  private static let accountsAtOnce = 500
}
