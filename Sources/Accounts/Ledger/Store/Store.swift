package import Engines
package import Values

/// An open accounts store.
package final class Store {
  /// For reads, and for what the engine says about itself; changes go through `change(by:)`.
  var connection: any Connection { engine }
  package var dialect: any Dialect { connection.dialect }
  /// A warning for everyone who uses it.
  package var warning: String? { (engine as? SQLiteConnection)?.warning }
  /// True if the connection is lost.
  package var isLost: Bool { connection.isLost }
  package func reconnect() throws(StoreError) { try connection.reconnect(unless: asksToStop) }
  /// True where its file has been replaced or removed since it was opened.
  package var isReplaced: Bool { connection.isReplaced }
  package func use(wait: Duration) throws(StoreError) { try connection.use(wait: wait) }
  /// Moves the log of a store file into the file, so that another file that took its place does not get it.
  package func emptyLog() {
    (engine as? SQLiteConnection)?.emptyLog()
  }
  /// Asks a statement that runs to stop, from any thread; the connection lives as long.
  package var interrupt: @Sendable () -> Void {
    let held = HeldConnection(connection: connection)
    return { held.connection.interrupt() }
  }
  /// Whether work between statements, which the engine cannot interrupt, should stop.
  package var asksToStop: @Sendable () -> Bool = { false }
  /// Is told how to interrupt the statements of another store when work begins in both.
  package var worksWith: (_ interrupt: @escaping @Sendable () -> Void) -> Void = { _ in }
  func goOn() throws(StoreError) {
    if asksToStop() { throw StoreError.interrupted }
  }
  let engine: any TransactionalConnection
  package let location: StoreLocation
  package private(set) var settings: Settings
  package let clock: Clock
  /// The key for bank accounts, if there is one.
  package var bankKey = BankKey()
  /// What an administrator still has to do for a store that was just made.
  package internal(set) var advice: String?
  /// The name under which changes are made: on a server the login's, the only one that the journal
  /// takes there; nil uses the author's.
  package var identity: Identity?

  /// Where in the journal the store is shown; nil if it is as it is now.
  package internal(set) var past: PastMoment?
  /// The open change of several commands, if there is one.
  package internal(set) var open: OpenChange?

  init(
    connection: any TransactionalConnection, location: StoreLocation, clock: Clock
  ) throws(StoreError) {
    engine = connection
    self.location = location
    self.clock = clock
    settings = Settings()
    identity = connection.login.map { Identity(operatorName: $0.name, actingAs: $0.actingAs) }
    try loadSettings()
  }

  /// Opens a store that is at the schema of this program.
  /// - Parameter connections: those of stores that were opened and closed before.
  package static func open(
    _ location: StoreLocation, access: Access = .write, clock: Clock = .system,
    wait: Duration = .standardWait, connections: KeptConnections? = nil
  ) throws(StoreError) -> Store {
    let connection = try connect(location, access: access, wait: wait, connections)
    switch try SchemaState(connection) {
    case .current: break
    case .behind(let names):
      if let server = connection as? PostgreSQLConnection, (try? isUnfinished(server)) == true {
        throw unfinished(location)
      }
      throw StoreError(
        .unavailable,
        "the store \(location) is older than this ubadmin (it is missing "
          + names.joined(separator: ", ") + ")", remedy: "run `ubadmin store migrate`")
    case .newer(let name):
      throw StoreError(
        .newer, "the store \(location) is newer than this ubadmin (it has \(name))",
        remedy: "install the ubadmin version that made it, or a later one")
    }
    return try Store(connection: connection, location: location, clock: clock)
  }

  /// Brings a store to this program's schema; answers the names of the steps, and of the indexes that
  /// were missing or different.
  package static func migrate(
    _ location: StoreLocation, rights: Rights, clock: Clock, wait: Duration
  ) throws(StoreError) -> (steps: [String], indexes: [String], advice: String?) {
    let connection = try connect(location, access: .write, wait: wait)
    try requireOwner(connection)
    if case .newer(let name) = try SchemaState(connection) {
      throw StoreError(
        .newer, "the store \(location) is newer than this ubadmin (it has \(name))",
        remedy: "install the ubadmin version that made it, or a later one")
    }
    // On a server, guards and grants are made again, too: one process after the other.
    try connection.lockSchema()
    defer { connection.unlockSchema() }
    let steps = try Migration.apply(to: connection, clock: clock)
    let indexes = try SchemaCheck(connection: connection).remakeIndexes()
    return (steps, indexes, try connection.protect(rights))
  }

  /// On a server, no role may change the schema.
  private static func requireOwner(_ connection: any Connection) throws(StoreError) {
    guard let server = connection as? PostgreSQLConnection, let owner = try server.foreignOwner()
    else { return }
    let user = server.place.user
    throw StoreError(
      .notPermitted,
      "\(user) does not own the schema ubadmin in the database \(server.place), and only its owner, "
        + "\(owner), can change it",
      remedy: "ask \(owner) to migrate it as \(owner), or an administrator of the server to "
        + "run: GRANT \(Role.quoted(owner)) TO \(Role.quoted(user));")
  }

  static func connect(
    _ location: StoreLocation, access: Access, wait: Duration, _ connections: KeptConnections? = nil
  ) throws(StoreError) -> any TransactionalConnection {
    switch location {
    case .file(let path): return try SQLiteFile.open(path, access: access, wait: wait)
    case .server(let conninfo):
      return try PostgreSQLServer.open(
        PostgreSQLLogin(
          conninfo: conninfo, access: access, wait: wait, connections: connections))
    }
  }

  func loadSettings() throws(StoreError) {
    settings = Settings(try Settings.values(in: connection))
    guard CityTimeZone.named(settings[.timeZone]) != nil else {
      throw StoreError(
        .unavailable,
        "this machine has no time zone \(settings[.timeZone]), which is the city's in this store",
        remedy: "install the tz database (Debian package tzdata)")
    }
  }

  /// The day in the city.
  package var today: CivilDate { settings.zone.day(of: now) }

  package var now: Timestamp { past?.at ?? Timestamp(seconds: clock.now()) }

  /// For `change(by:)` alone, which commits it or rolls it back.
  func beginChange(
    _ author: Author, isDryRun: Bool = false
  ) throws(StoreError) -> ChangeTransaction {
    let author = signed(author)
    var reads = false
    do throws(StoreError) {
      try engine.begin(.write)
      try engine.preferIndexes()
    } catch {
      // A dry run works even where nothing may be written.
      guard isDryRun, error.kind == .standby else { throw error }
      try engine.begin(.read)
      reads = true
    }
    do {
      // Another process may have set them since this one opened the store.
      try loadSettings()
    } catch {
      engine.rollback()
      throw error
    }
    let books = Books(
      connection: connection, settings: settings, today: today, now: now, isAlone: true,
      operatorName: author.operatorName, bankKey: bankKey)
    return ChangeTransaction(
      connection: engine, books: books, author: author, at: clock.timestamp(),
      isDryRun: isDryRun, onlyReads: reads,
      goOn: { [self] () throws(StoreError) in try goOn() },
      // What cannot be read now is read when the next change begins.
      settingsChanged: { [self] in try? loadSettings() })
  }
}

extension Store {
  /// Whom the server has authenticated; nil if the store is a file.
  package var login: ServerLogin? { connection.login }

  /// The rights of a login can change while its store stays open. Within a transaction they are those that it
  /// began with.
  package func renewLogin() throws(StoreError) {
    if open == nil { try connection.renewLogin() }
  }

  /// The same author under the name that counts at this store.
  package func signed(_ author: Author) -> Author { identity.map(author.signed) ?? author }
}

/// A connection that another thread tells to stop, and does nothing else with.
private struct HeldConnection: @unchecked Sendable {
  let connection: any Connection
}
