import Engines

/// How a store's schema compares with this program's.
enum SchemaState: Equatable {
  case current
  case behind([String])
  case newer(String)

  init(_ connection: any Connection) throws(StoreError) {
    let applied = try Migration.applied(in: connection)
    let known = Migration.all.map(\.name)
    if let stranger = applied.first(where: { !known.contains($0) }) {
      self = .newer(stranger)
      return
    }
    let missing = known.filter { !applied.contains($0) }
    self = missing.isEmpty ? .current : .behind(missing)
  }
}

extension Migration {
  static let list = Statement("SELECT name FROM migration ORDER BY number", isShort: true)
  static let add = Statement("INSERT INTO migration (number, name, at) VALUES (?, ?, ?)")
  static let table =
    "CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
    + "at {timestamp} NOT NULL){table}"

  static func applied(in connection: any Connection) throws(StoreError) -> [String] {
    // A store whose creation was interrupted has no list yet.
    guard try connection.hasTable("migration") else { return [] }
    var names: [String] = []
    try connection.read(list, []) { row in
      names.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    return names
  }

  /// Applies what is missing, each step in its own transaction; answers their names.
  @discardableResult
  package static func apply(
    to connection: any TransactionalConnection, clock: Clock
  ) throws(StoreError) -> [String] {
    try connection.lockSchema()
    defer { connection.unlockSchema() }
    try connection.script(connection.dialect.migration(table))
    var made: [String] = []
    for (number, migration) in all.enumerated() {
      try connection.begin(.write)
      // After the commit there is nothing to roll back.
      defer { connection.rollback() }
      // Another process may have come first.
      if try !applied(in: connection).contains(migration.name) {
        try connection.script(connection.dialect.migration(migration.sql))
        if let query = migration.accountsToSettle {
          try AccountSettling(connection).settle(accountsOf: query)
        }
        try connection.run(
          add,
          [.integer(Int64(number + 1)), .text(migration.name), .text(clock.timestamp())])
        made.append(migration.name)
      }
      try connection.commit()
    }
    return made
  }
}
