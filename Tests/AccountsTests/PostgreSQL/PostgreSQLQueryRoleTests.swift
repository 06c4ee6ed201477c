import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules

/// The role that runs queries, asked by psql, without the program's own look at the words.
@Suite("The role that runs queries on a server", .needsPostgreSQL, .serialized)
struct PostgreSQLQueryRoleTests {
  let database: PostgreSQLDatabase
  let viewer: String

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    let office = try database.office()
    try office.run(AddCustomer.self, ["cid": "1", "name": "Ana", "phone": "512-555-0142"])
    viewer = "query_\(database.name)"
    try database.makeUser(viewer, role: "ubadmin_viewer")
  }

  private func run(_ sql: String, in schema: String = "ubadmin_query") throws -> String {
    try database.psql(
      "BEGIN READ ONLY; SELECT * FROM \(schema).run($run$\(sql)$run$) AS answer (a text)",
      user: viewer)
  }

  private static let hidden = "SELECT phone FROM ubadmin.customer"
  private static let attempts = [
    hidden, "SELECT phone FROM ubadmin_masked.customer",
    "SELECT phone FROM ubadmin_query_reveal.customer",
    "SELECT word FROM ts_stat('SELECT to_tsvector(''simple'', phone) FROM ubadmin.customer')",
    "SELECT query_to_xml('\(hidden)', true, true, '')::text",
    "SELECT table_to_xml('ubadmin.customer', true, true, '')::text",
    "SELECT schema_to_xml('ubadmin', true, true, '')::text",
    "SELECT set_config('role', 'postgres', true)",
    "SELECT set_config('session_authorization', 'postgres', true)",
    "SELECT set_config('search_path', 'ubadmin', true) FROM customer; \(hidden)",
    "SET ROLE postgres", "RESET ROLE", "COPY ubadmin.customer TO STDOUT",
    "COPY (SELECT 1) TO PROGRAM 'id'", "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_ls_dir('/')::text", "SELECT rolpassword FROM pg_authid",
    "SELECT lo_import('/etc/passwd')::text", "CREATE TEMP TABLE a (b int)",
    "DELETE FROM customer RETURNING phone", "DO 'BEGIN END'",
    "SELECT nextval('ubadmin.change_change_seq')::text",
  ]

  @Test("it can do nothing beyond its views", arguments: attempts)
  func refused(attempt: String) throws {
    #expect(throws: TestFailure.self) { try run(attempt) }
  }

  @Test("it reads masked views, and statistics show it nothing")
  func masked() throws {
    try database.psql("ANALYZE ubadmin.customer")
    #expect(try run("SELECT phone FROM v_customer") == "•••0142")
    #expect(try run("SELECT phone FROM customer") == "•••0142")
    #expect(
      try run("SELECT count(*)::text FROM pg_stats WHERE schemaname = 'ubadmin'") == "0")
    #expect(try run("SELECT current_user::text") == "ubadmin_query")
  }

  @Test("a viewer cannot run queries that reveal, nor outside a read-only transaction")
  func limits() throws {
    #expect(throws: TestFailure.self) { try run("SELECT 'a'", in: "ubadmin_query_reveal") }
    #expect(throws: TestFailure.self) {
      try database.psql(
        "SELECT * FROM ubadmin_query.run('SELECT ''a''') AS a (a text)", user: viewer)
    }
  }

  /// Functions that change with every call, and neither keep nor tell anything.
  private static let harmless: Set = [
    "amvalidate", "bernoulli", "clock_timestamp", "current_query", "gen_random_uuid", "random",
    "system", "timeofday",
  ]

  @Test("the program refuses every function of the server that may have an effect")
  func volatileFunctions() throws {
    let names = try database.psql(
      "SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' "
        + "AND pronamespace = 'pg_catalog'::regnamespace "
        + "AND prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype) "
        + "AND 'internal'::regtype <> ALL (proargtypes) "
        + "AND proname NOT LIKE 'plpgsql_%' AND has_function_privilege('\(viewer)', oid, 'execute')"
    ).split(separator: "\n").map(String.init)
    #expect(names.count > 50)
    for name in names where !Self.harmless.contains(name) {
      #expect(throws: StoreError.self, "\(name)") {
        try PostgreSQLQueryText("SELECT \(name)(1)").check()
      }
    }
  }
}
