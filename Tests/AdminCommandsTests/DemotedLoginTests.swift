import Testing

/// A login of a server, at a prompt that stays open.
@Suite("A login whose rights change while its prompt is open", .needsPostgreSQL)
struct DemotedLoginTests {
  @Test("what the server has taken away is refused from the next command on")
  func demoted() throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    let bench = try CommandBench(withStore: false)
    bench.keepsConnections = false
    try bench.expect("store init \(database.address()) --time-zone UTC")
    try bench.expect(
      "customer add 1 --name Ana --phone 512-555-0142 --store \(database.address())")
    try database.makeUser("demoted", role: "ubadmin_supervisor")
    let terminal = try PseudoTerminal()
    let process = try bench.start(
      at: terminal, ["UBADMIN_STORE": database.address(user: "demoted")])
    try terminal.expectPrompt()
    try ReplBinaryTests.type([(" customer show 1 --reveal", "512-555-0142")], to: terminal)
    try database.psql("REVOKE ubadmin_supervisor FROM demoted; GRANT ubadmin_clerk TO demoted")
    try ReplBinaryTests.type(
      [
        (" customer show 1 --reveal", "ubadmin_supervisor"),
        (" customer list --csv --fields phone", "•••0142"),
      ], to: terminal)
    try database.psql("REVOKE ubadmin_clerk FROM demoted")
    try ReplBinaryTests.type([(" customer list", "ubadmin_clerk")], to: terminal)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test(
    "in a transaction, too, the refusal names the role, even if a lookup meets it before the command",
    arguments: [("passing", "service stop A1 w --on today"), ("leaving", "bill list")])
  func inTransaction(login: String, line: String) throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    let bench = try CommandBench(withStore: false)
    bench.keepsConnections = false
    try bench.expect("store init \(database.address()) --time-zone UTC")
    try bench.expect("customer add 1 --name Ana --store \(database.address())")
    try database.makeUser(login, role: "ubadmin_clerk")
    let terminal = try PseudoTerminal()
    let process = try bench.start(
      at: terminal, ["UBADMIN_STORE": database.address(user: login)])
    try terminal.expectPrompt()
    try ReplBinaryTests.type(
      [
        ("use customer 1", "customer 1"), ("begin", "(transaction)"),
        ("customer add 7 --name Bo", "added"), ("customer show 7", "Bo"),
      ], to: terminal)
    try database.psql("REVOKE ubadmin_clerk FROM \(login)")
    try ReplBinaryTests.type([(line, "ubadmin_clerk")], to: terminal)
    terminal.type("\u{4}")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }
}
