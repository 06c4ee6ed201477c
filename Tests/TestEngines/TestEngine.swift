package import Accounts

/// The engine that a test runs on: a file or memory, unless the test says `.onBothEngines`.
package enum TestEngine: Sendable {
  case sqlite
  case postgreSQL(LeasedDatabases)

  @TaskLocal package static var current = TestEngine.sqlite

  /// A store of this engine without a row but those that migrations bring.
  /// - Parameter onOwnConnection: to a server that counts what it does for a connection.
  package func emptyStore(clock: Clock, onOwnConnection: Bool = false) throws -> Store {
    switch self {
    case .sqlite: try Store.inMemory(clock: clock)
    case .postgreSQL(let databases):
      try Store.open(
        try StoreLocation(Self.address(try databases.next().description, as: "pat")), clock: clock,
        connections: onOwnConnection ? nil : PostgreSQLCluster.connections)
    }
  }

  /// The address of an empty store on a server; nil where stores are files.
  package func emptyStoreAddress(settings: [Setting: String] = [:]) throws -> String? {
    switch self {
    case .sqlite: nil
    case .postgreSQL(let databases): try databases.next(settings: settings).description
    }
  }

  /// The same store for another member of staff: on a server, who signs in is the operator.
  package static func address(_ address: String, as login: String) throws -> String {
    guard address.hasPrefix("postgresql://"), let end = address.firstIndex(of: "@") else {
      return address
    }
    try PostgreSQLCluster.shared().login(login)
    return "postgresql://" + login + address[end...]
  }

  /// The address of a database without a store; nil where stores are files.
  package func emptyDatabaseAddress() throws -> String? {
    switch self {
    case .sqlite: nil
    case .postgreSQL(let databases): try databases.cluster.makeDatabase().address()
    }
  }
}
