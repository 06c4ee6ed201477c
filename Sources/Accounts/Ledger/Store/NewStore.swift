package import Engines

extension Store {
  /// Makes a new store, whole or not at all; one that exists already is left alone.
  /// - Parameter isFilled: the caller goes on to fill it. Until `endMaking` nobody else makes it on a server,
  ///   and an empty one with the same settings, as a killed caller leaves it, is taken over.
  package static func create(
    _ location: StoreLocation, rights: Rights, clock: Clock, settings: [Setting: String],
    access: FileAccess, isFilled: Bool = false
  ) throws(StoreError) -> Store {
    do {
      switch location {
      case .file(let path):
        try SQLiteFile.createWhole(path) { part in
          _ = try furnish(
            SQLiteFile.create(part, access: access), rights, clock, settings)
        }
        return try open(location, clock: clock)
      case .server(let conninfo):
        // Without settings, it is made for a copy, and what is there may be another one at work.
        let connection = try PostgreSQLServer.create(conninfo) {
          (connection) throws(StoreError) in
          settings.isEmpty
            ? false : try isUnfinished(connection, settings: isFilled ? settings : nil)
        }
        do {
          if isFilled { try connection.lockSchema() }
          let advice = try furnish(connection, rights, clock, settings)
          let store = try Store(connection: connection, location: location, clock: clock)
          store.advice = advice
          return store
        } catch {
          if isFilled { connection.unlockSchema() }
          // This connection made it, or took over what was left half made.
          try? PostgreSQLServer.remove(conninfo)
          throw error
        }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.defect, "\(error)")
    }
  }

  /// From now on others may make it, or bring it up to date.
  package func endMaking() { engine.unlockSchema() }

  /// Completes an empty store whose creation was interrupted, e.g. by a killed copy; returns what
  /// is left for an administrator to do.
  static func finish(
    _ location: StoreLocation, rights: Rights, clock: Clock, wait: Duration
  ) throws(StoreError) -> String? {
    guard case .server = location,
      let connection = try connect(location, access: .write, wait: wait) as? PostgreSQLConnection,
      try isUnfinished(connection)
    else { return nil }
    return try migrate(location, rights: rights, clock: clock, wait: wait).advice
  }

  /// One without a change and without a time zone, which `store init` sets last.
  /// - Parameter settings: those of a store that is filled after they are set.
  static func isUnfinished(
    _ connection: PostgreSQLConnection, settings: [Setting: String]? = nil
  ) throws(StoreError) -> Bool {
    guard try connection.hasTable(StoredSetting.table.name), try connection.hasTable("change")
    else {
      return true
    }
    let change = try connection.first(Statement("SELECT change FROM change LIMIT 1")) {
      $0.integer(0)
    }
    guard change == nil else { return false }
    let found = try Settings.values(in: connection)
    guard found[Setting.timeZone.rawValue] != nil else { return true }
    return settings?.allSatisfy { found[$0.key.rawValue] == $0.value } ?? false
  }

  static func unfinished(_ location: StoreLocation) -> StoreError {
    StoreError(
      .unavailable,
      "the store \(location) is not complete: the command that created it was cut short",
      remedy: "run that command again, e.g. `ubadmin store init`; "
        + "`ubadmin store migrate` makes it an empty store")
  }

  /// Schema, rights and settings; answers what is left for an administrator to do.
  private static func furnish(
    _ connection: any TransactionalConnection, _ rights: Rights, _ clock: Clock,
    _ settings: [Setting: String]
  ) throws(StoreError) -> String? {
    // Locked on a server since the store was begun.
    defer { connection.unlockSchema() }
    try Migration.apply(to: connection, clock: clock)
    let advice = try connection.protect(rights)
    try put(settings, on: connection)
    return advice
  }

  static func put(
    _ settings: [Setting: String], on connection: any Connection
  ) throws(StoreError) {
    // The order of a dictionary changes from run to run; the bytes of the file must not.
    for (setting, value) in settings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try connection.run(Settings.put, [.text(setting.rawValue), .text(value)])
    }
  }
}
