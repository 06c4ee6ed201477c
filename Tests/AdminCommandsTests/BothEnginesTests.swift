import Testing

/// Tests on both engines: where PostgreSQL is not installed, this one says so for all of them.
@Suite("The tests of both engines", .needsPostgreSQL)
struct BothEnginesTests {
  @Test("a bench stands on the server", .onBothEngines)
  func server() throws {
    let bench = try CommandBench()
    switch TestEngine.current {
    case .sqlite: #expect(bench.store.hasSuffix(".db"))
    case .postgreSQL: #expect(bench.store.hasPrefix("postgresql://"))
    }
    try bench.expect("customer add 7 --name Ana")
    #expect(bench.run("customer list --csv --fields cid").output == "cid\n7\n")
  }
}
