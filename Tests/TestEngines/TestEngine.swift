public import Accounts

/// The engine that a test runs on: a file or memory, unless the test says `.onBothEngines`.
public enum TestEngine: Sendable {
  case sqlite
  case postgreSQL(LeasedDatabases)

  @TaskLocal public static var current = TestEngine.sqlite

  /// A store of this engine without a row but those that migrations bring.
  public func emptyStore(clock: Clock) throws -> Store {
    switch self {
    case .sqlite: try Store.inMemory(clock: clock)
    case .postgreSQL(let databases): try Store.open(try databases.next(), clock: clock)
    }
  }

  /// The address of an empty store on a server; nil where stores are files.
  public func emptyStoreAddress(settings: [Setting: String] = [:]) throws -> String? {
    switch self {
    case .sqlite: nil
    case .postgreSQL(let databases): try databases.next(settings: settings).description
    }
  }

  /// The address of a database without a store; nil where stores are files.
  public func emptyDatabaseAddress() throws -> String? {
    switch self {
    case .sqlite: nil
    case .postgreSQL(let databases): try databases.cluster.makeDatabase().address()
    }
  }
}
