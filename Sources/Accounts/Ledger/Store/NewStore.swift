package import Engines

extension Store {
  /// Makes a new store, whole or not at all; one that exists already is left alone.
  package static func create(
    _ location: StoreLocation, rights: Rights, clock: Clock, settings: [Setting: String],
    access: FileAccess
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
          settings.isEmpty ? false : try isUnfinished(connection)
        }
        do {
          let advice = try furnish(connection, rights, clock, settings)
          let store = try Store(connection: connection, location: location, clock: clock)
          store.advice = advice
          return store
        } catch {
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

  /// Makes an empty store whole whose making was cut short, as a copy that is killed leaves it; answers what
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
  private static func isUnfinished(_ connection: PostgreSQLConnection) throws(StoreError) -> Bool {
    guard try connection.hasTable(StoredSetting.table.name), try connection.hasTable("change")
    else {
      return true
    }
    let change = try connection.first(Statement("SELECT change FROM change LIMIT 1")) {
      $0.integer(0)
    }
    guard change == nil else { return false }
    let zone = try connection.first(
      Statement("SELECT name FROM setting WHERE name = ?"), [.text(Setting.timeZone.rawValue)]
    ) { _ in true }
    return zone == nil
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
    // A dictionary's order is not the same twice; the file's bytes are to be.
    for (setting, value) in settings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try connection.run(Settings.put, [.text(setting.rawValue), .text(value)])
    }
  }
}
