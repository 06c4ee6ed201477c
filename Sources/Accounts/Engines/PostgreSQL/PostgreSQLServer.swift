import Values

/// A store's schema in a database: made, recognized, opened.
package enum PostgreSQLServer {
  /// Views of the tables without what is personal or secret.
  package static let masked = "ubadmin_masked"
  /// What `query` reads, and what it reads with --reveal.
  package static let query = "ubadmin_query"
  package static let queryRevealed = "ubadmin_query_reveal"
  /// The schemas of a store; the first one has its tables.
  static let schemas = ["ubadmin", masked, query, queryRevealed]

  package static func open(_ login: PostgreSQLLogin) throws(StoreError) -> PostgreSQLConnection {
    let connection = try PostgreSQLConnection(login)
    guard try connection.hasTable("writer") else {
      throw StoreError(
        .unavailable, "there is no store in the database \(connection.place)",
        remedy: "create one with `ubadmin store init`, or use another with \(option: "store")")
    }
    try connection.renewLogin()
    return connection
  }

  /// Makes the schema and the table that writers lock; the rest is the migrations' business. The lock
  /// of the schema stays, so that nobody takes the store for one that was left half made.
  /// - Parameter isUnfinished: whether a store that is there was left half made; it is made whole.
  package static func create(
    _ conninfo: String, isUnfinished: (PostgreSQLConnection) throws(StoreError) -> Bool
  ) throws(StoreError) -> PostgreSQLConnection {
    let login = PostgreSQLLogin(conninfo: conninfo, access: .write, wait: .standardWait)
    let connection = try PostgreSQLConnection(login)
    try connection.lockSchema()
    var isMade = false
    defer { if !isMade { connection.unlockSchema() } }
    if try connection.hasTables() {
      if try connection.hasTable("writer"), try connection.foreignOwner() == nil,
        try isUnfinished(connection)
      {
        try connection.identify()
        isMade = true
        return connection
      }
      throw StoreError(
        .exists,
        "the database \(connection.place) already has a schema ubadmin with tables; "
          + "it was left untouched", remedy: "use another database")
    }
    do throws(StoreError) {
      // Where the schema is there, its owner needs no right to make another.
      try connection.script(
        (try connection.hasSchema() ? "" : "CREATE SCHEMA ubadmin; ")
          + "CREATE TABLE ubadmin.writer ()")
    } catch {
      guard error.kind == .notPermitted else { throw error }
      let user = connection.place.user
      throw StoreError(
        .notPermitted,
        "\(user) is not permitted to create a schema in the database \(connection.place)",
        remedy: "ask its owner to run: "
          + schemas.map { "CREATE SCHEMA \($0) AUTHORIZATION \"\(user)\"" }
          .joined(separator: "; "))
    }
    try connection.identify()
    isMade = true
    return connection
  }

  /// Removes a store that this process has made and could not finish. Whoever stopped it does not
  /// wait: the server goes on after this process has ended, and `create` waits for that.
  package static func remove(_ conninfo: String) throws(StoreError) {
    let login = PostgreSQLLogin(
      conninfo: conninfo, access: .write, wait: .standardWait, watcher: .unwatched)
    let connection = try PostgreSQLConnection(login)
    // Held until the server has ended this connection.
    try connection.lockSchema()
    // A notice to a client that has gone would end the statement.
    try connection.pipeline.send(once: "SET client_min_messages = error")
    try connection.pipeline.send(
      once: "DROP SCHEMA IF EXISTS \(schemas.joined(separator: ", ")) CASCADE")
    try connection.pipeline.synchronize()
  }
}
