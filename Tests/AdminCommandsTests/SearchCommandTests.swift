import Testing

@testable import AdminCommands

/// `search` from the command line.
@Suite(.onBothEngines)
struct SearchCommandTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect(["customer", "add", "1", "--name", "Ana Ortiz", "--phone", "(512) 555-0142"])
    try bench.expect(["customer", "add", "2", "--name", "Bo Ortiz", "--email", "bo@example.com"])
    try bench.expect(["location", "add", "L1", "--address", "12 Maple St", "--city", "Ortiz"])
    return bench
  }

  private func ids(_ bench: CommandBench, _ words: String...) -> String {
    bench.run(["search"] + words + ["--fields", "id", "--csv", "--no-header"]).output
  }

  @Test("all words must be found, in any order and case")
  func words() throws {
    let bench = try office()
    #expect(ids(bench, "ORTIZ", "ana") == "1\n")
    #expect(ids(bench, "ortiz ana") == "1\n")
    #expect(ids(bench, "ortiz") == "1\n2\nL1\n")
  }

  @Test("a telephone number is found however it is written")
  func phone() throws {
    let bench = try office()
    #expect(ids(bench, "5125550142") == "1\n")
    #expect(ids(bench, "555-0142") == "1\n")
  }

  @Test("the record with the very key comes first")
  func key() throws {
    let bench = try office()
    try bench.expect(["customer", "add", "512", "--name", "Zed"])
    #expect(ids(bench, "512") == "512\n1\n")
  }

  @Test("nothing found is no such record")
  func nothing() throws {
    let bench = try office()
    #expect(bench.run("search nobody").status == .notFound)
  }

  @Test("a cut list says so")
  func cut() throws {
    let bench = try office()
    #expect(bench.run("search ortiz --limit 2").words.contains("the first 2 rows; --limit 0"))
  }

  @Test("a number that is not there is said to be missing; a similar one is listed, not opened")
  func otherNumber() throws {
    let bench = try office()
    try bench.expect("account open 2000001 --cid 1 --location L1 --on 2026-01-01")
    let result = bench.run("search 2000007 --open")
    #expect(
      result.words.contains("note: found no record with 2000007, only similar ones"), "\(result)")
    #expect(result.output.contains("2000001"), "\(result)")
    #expect(!result.output.contains("Account 2000001"), "\(result)")
    let json = bench.run("search 2000007 --json").words
    #expect(json.contains("\"message\":\"found no record with 2000007"), "\(json)")
    #expect(bench.run("search 2000001 --open").output.contains("Account 2000001"))
  }

  @Test("signs of SQL are only signs")
  func signs() throws {
    let bench = try office()
    #expect(bench.run(["search", "%"]).status == .notFound)
    #expect(bench.run(["search", "'; DROP TABLE customer --"]).status == .notFound)
  }

  @Test("telephone and e-mail are masked, the accounts are told")
  func columns() throws {
    let bench = try office()
    try bench.expect([
      "account", "open", "900", "--cid", "1", "--location", "L1", "--on", "2026-01-01",
    ])
    #expect(bench.run("search ana --json").output.contains(#""phone":"•••0142""#))
    #expect(
      bench.run("search ana --csv --no-header --fields kind,id,name,accounts").output
        == "customer,1,Ana Ortiz,900\n")
    #expect(bench.run("search 900 --kind account --fields id --csv --no-header").output == "900\n")
  }

  @Test("the index is made anew when it is asked for")
  func rebuild() throws {
    let bench = try office()
    #expect(bench.run("search --rebuild").status == .done)
    #expect(bench.run("search").status == .usage)
    #expect(ids(bench, "ortiz") == "1\n2\nL1\n")
  }

  @Test("the index is made anew by a clerk, not by a viewer, who searches all the same")
  func rebuildNeedsClerk() throws {
    let bench = try office()
    let admin = bench.operatorName
    try bench.expect("operator add \(admin) admin")
    try bench.expect("operator add lee viewer")
    bench.operatorName = "lee"
    let refused = bench.run("search ortiz --rebuild")
    #expect(refused.status == .notPermitted)
    #expect(refused.words.contains("search --rebuild needs a clerk"), "\(refused)")
    #expect(ids(bench, "ortiz") == "1\n2\nL1\n")
  }
}
