import Testing

@testable import Accounts
@testable import Engines
@testable import Ledger

@Suite("Connections to a server that outlast a store", .needsPostgreSQL)
struct KeptConnectionTests {
  private let database: PostgreSQLDatabase
  private let connections = KeptConnections(most: 1)

  init() throws { database = try PostgreSQLCluster.shared().makeDatabaseWithStore() }

  private func open(_ access: Access = .write) throws -> Store {
    try Store.open(try database.location(), access: access, connections: connections)
  }

  private func process(of store: Store) throws -> Int64 {
    try store.number("SELECT pg_backend_pid()")
  }

  @Test("the next store has the connection, and nothing that was set or made on it")
  func nothingLeft() throws {
    let usual = try open().number("SELECT current_setting('geqo_threshold')::bigint")
    let first = try {
      let store = try open()
      try store.connection.script(
        "SET geqo_threshold = 77; CREATE TEMPORARY TABLE left_over (a INT); SELECT pg_advisory_lock(7)"
      )
      return try process(of: store)
    }()
    let second = try {
      let store = try open(.read)
      let left = """
        SELECT (SELECT count(*) FROM pg_class WHERE relname = 'left_over')
          + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7)
        """
      #expect(try store.number(left) == 0)
      #expect(try store.number("SELECT current_setting('geqo_threshold')::bigint") == usual)
      #expect(throws: StoreError.self) { try store.connection.script("DELETE FROM setting") }
      return try process(of: store)
    }()
    #expect(second == first)
    let third = try open()
    #expect(try process(of: third) == first)
    try third.connection.script("DELETE FROM setting")
  }

  @Test("stores that are open at once have a connection each")
  func atOnce() throws {
    let (one, other) = (try open(), try open())
    #expect(try process(of: one) != process(of: other))
  }

  @Test("a connection with an open transaction is closed with its store")
  func openTransaction() throws {
    let first = try {
      let store = try open()
      try store.engine.begin(.write)
      return try process(of: store)
    }()
    #expect(try process(of: open()) != first)
    try open().engine.transaction(.write) {}
  }

  @Test("one that the server has ended is replaced by a new one")
  func ended() throws {
    let first = try process(of: open())
    #expect(try database.psql("SELECT pg_terminate_backend(\(first), 5000)") == "t")
    #expect(try process(of: open()) != first)
  }
}
