import TestEngines
import Testing

/// The server stops a statement by a setting of its own, or its administrator does.
@Suite("Limits of a server", .needsPostgreSQL)
struct ServerLimitTests {
  private let database: PostgreSQLDatabase
  private let bench: CommandBench

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabase()
    bench = try CommandBench(withStore: false)
    bench.keepsConnections = false
    try bench.expect("store init \(database.address()) --time-zone UTC")
  }

  /// From now on the statement runs before each customer is added.
  private func delay(by statement: String) throws {
    try database.psql(
      """
      CREATE FUNCTION ubadmin.delay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        \(statement);
        PERFORM pg_sleep(20);
        RETURN NEW;
      END $$;
      CREATE TRIGGER delay BEFORE INSERT ON ubadmin.customer
        FOR EACH ROW EXECUTE FUNCTION ubadmin.delay();
      """)
  }

  private func expectStopped(_ words: String) throws {
    let result = bench.run("customer add 1 --name Ana --store \(database.address())")
    #expect(result.status == .storeUnavailable, "\(result)")
    #expect(result.words.contains(words), "\(result)")
    #expect(result.words.contains("nothing was changed"), "\(result)")
    #expect(result.words.contains("raise statement_timeout for postgres"), "\(result)")
    #expect(try database.psql("SELECT count(*) FROM ubadmin.change") == "0")
  }

  @Test(
    "a statement that takes too long for it is not interrupted by the clerk, and its setting is named"
  )
  func statementTimeout() throws {
    try delay(by: "NULL")
    try database.psql("ALTER DATABASE \(database.name) SET statement_timeout = '1s'")
    try expectStopped("stopped the statement (canceling statement due to statement timeout)")
  }

  @Test("nor is one that its administrator cancels")
  func canceled() throws {
    try delay(by: "PERFORM pg_cancel_backend(pg_backend_pid())")
    try expectStopped("stopped the statement (canceling statement due to user request)")
  }
}
