import Testing

@Suite("undo of an install", .onBothEngines)
struct UndoneInstallTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2024-01-01",
      "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
      "service start A1 WATER --on 2025-01-01 --meter M1 --reading 1000",
      "read add M1 --on 2025-12-01 --reading 1090 --accept unusual",
    ] { try bench.expect(line) }
    return bench
  }

  private func last(_ bench: CommandBench) throws -> Int {
    let number = try bench.expect("change list --limit 1 --csv --no-header --fields change").output
    return try #require(Int(number.filter(\.isNumber)))
  }

  @Test(
    "is refused while a later change has a read of the meter, and allowed without it",
    arguments: [
      "meter exchange M1 --new M2 --on 2026-01-01 --reading 1100 --new-reading 0",
      "meter install M2 A1 --on 2026-01-01 --reading 0",
    ])
  func later(_ line: String) throws {
    let bench = try office()
    try bench.expect(line)
    let change = try last(bench)
    try bench.expect("read add M2 --on 2026-02-01 --reading 50")
    let read = try last(bench)
    let refused = bench.run("change undo \(change) --yes")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("history meter M2`"), "\(refused)")
    try bench.expect("history meter M2")
    #expect(try bench.expect("store check --csv --no-header").output == "")
    try bench.expect("change undo \(read) --yes")
    try bench.expect("change undo \(change) --yes")
    #expect(try bench.expect("store check --csv --no-header").output == "")
  }

  @Test("is refused while a later read of the meter without usage depends on it")
  func readWithoutUsage() throws {
    let bench = try office()
    try bench.expect("meter install M2 A1 --on 2026-01-01 --reading 0")
    let change = try last(bench)
    try bench.expect("read add M2 --on 2026-02-01 --reading 0 --reason control")
    let refused = bench.run("change undo \(change) --yes")
    #expect(refused.status == .conflict, "\(refused)")
    #expect(refused.words.contains("read on 2026-02-01, when it was not in a service"))
  }
}
