import Testing

/// Somebody writes to the server past the writer's lock, or the server goes away.
@Suite("A server that others use too", .needsPostgreSQL)
struct ConflictTests {
  private let database: PostgreSQLDatabase
  private let bench: CommandBench

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabase()
    bench = try CommandBench(withStore: false)
    bench.keepsConnections = false
    try bench.expect("store init \(database.address()) --time-zone UTC")
    try run("customer add 1 --name Ana")
  }

  @discardableResult
  private func run(_ line: String) throws -> CommandBench.Result {
    try bench.expect(line + " --store \(database.address())")
  }

  /// Lets so many updates of customers fail as those fail that meet somebody else's.
  private func disturb(_ times: Int) throws {
    try database.psql(
      """
      CREATE SEQUENCE ubadmin.tries;
      CREATE FUNCTION ubadmin.disturb() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('ubadmin.tries') <= \(times) THEN
          RAISE EXCEPTION 'could not serialize' USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER disturb BEFORE UPDATE ON ubadmin.customer
        FOR EACH ROW EXECUTE FUNCTION ubadmin.disturb();
      """)
  }

  @Test("a change that met another is made again, whole, unseen")
  func retried() throws {
    try disturb(2)
    let result = try run("customer set 1 --phone 512-555-0142")
    #expect(result.words == "customer 1 changed (change 2)\n")
    #expect(try database.psql("SELECT phone FROM ubadmin.customer") == "512-555-0142")
    #expect(try database.psql("SELECT count(*) FROM ubadmin.change") == "2")
  }

  @Test("so is a file of changes")
  func fileRetried() throws {
    try disturb(1)
    let file = try bench.file("phones.csv", "cid,phone\n1,512-555-0142\n1,512-555-0143\n")
    try run("customer set --from \(file)")
    #expect(try database.psql("SELECT phone FROM ubadmin.customer") == "512-555-0143")
    try run("change verify")
  }

  @Test("one that meets others again and again is given up in words, with nothing changed")
  func givenUp() throws {
    try disturb(1000)
    let result = bench.run(
      "customer set 1 --phone 512-555-0142 --store \(database.address())")
    #expect(result.status == .locked)
    #expect(result.words.contains("nothing was changed"))
    #expect(try database.psql("SELECT count(*) FROM ubadmin.change") == "1")
  }

  @Test("a transaction whose connection is lost has failed, whatever comes next")
  func lostConnection() throws {
    for line in ["customer list", "use customer 1", "customer set 1 --phone 512-555-0142"] {
      let terminal = try PseudoTerminal()
      let process = try bench.start(at: terminal, ["UBADMIN_STORE": database.address()])
      try terminal.expectPrompt()
      try ReplBinaryTests.type(
        [("begin", "(transaction)"), (" customer add 2 --name Bo", "added")], to: terminal)
      try database.psql(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
          + "WHERE datname = '\(database.name)' AND pid <> pg_backend_pid()")
      // A TAB asks the store as well, and says nothing.
      terminal.type("customer show 1\t\u{15}")
      try ReplBinaryTests.type(
        [
          (" " + line, "(failed transaction)"), (" commit", "end it with `rollback`"),
          (" rollback", "nothing was changed"), (" customer list --csv --fields name", "Ana"),
        ], to: terminal)
      terminal.type("\u{4}")
      try terminal.expectEnd()
      #expect(PseudoTerminal.status(of: process) == 0)
      #expect(try database.psql("SELECT count(*) FROM ubadmin.change") == "1")
    }
  }
}
