import Accounts
import Testing

@testable import AdminCommands

/// Several meters in one service. The day of the bench is 2026-03-10.
@Suite("meter install", .onBothEngines)
struct InstallMeterTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo",
      "location add L1 --address Main --route R1",
      "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
    ] { try bench.expect(line) }
  }

  private static let install = "meter install M2 A1 --on 2026-01-01 --reading 50"

  private func lines(_ line: String) throws -> [String] {
    try bench.rows(line)
  }

  @Test("a second meter in a service is read by itself, and the use adds up")
  func beside() throws {
    let done = try bench.expect(Self.install)
    #expect(done.words.contains("WATER on account A1 has 2 meters: M1, M2"), "\(done)")
    try bench.expect("read add M1 --on 2026-02-01 --reading 1300")
    try bench.expect("read add M2 --on 2026-02-01 --reading 90")
    #expect(
      try lines("report consumption --by account --fields account,quantity,reads") == ["A1,340,2"])
    #expect(
      try lines("report consumption --by meter --fields meter,quantity") == ["M1,300", "M2,40"])
    try bench.expect("store check")
  }

  @Test("the same again changes nothing, and the change can be undone")
  func again() throws {
    try bench.expect(Self.install)
    #expect(try bench.expect(Self.install).words.contains("already in WATER on account A1"))
    let last = try #require(try lines("change list --limit 1 --fields change --quiet").first)
    try bench.expect("change undo \(last)")
    #expect(try lines("meter list --fields meter,account") == ["M1,A1", "M2,"])
  }

  @Test("a meter that was taken out goes back into the service that went on without it")
  func back() throws {
    try bench.expect("meter remove M1 --on 2026-01-01 --reading 1200")
    try bench.expect("meter install M1 A1 --on 2026-02-01 --reading 1200")
    try bench.expect("read add M1 --on 2026-03-01 --reading 1260")
    #expect(
      try lines("report consumption-history --fields from,to,quantity") == [
        "2025-11-01,2026-01-01,200", "2026-02-01,2026-03-01,60",
      ])
  }

  @Test("both meters go on for the next customer, each with a reading of its own")
  func move() throws {
    try bench.expect(Self.install)
    try bench.expect("account move A1 --cid 2 --on 2026-02-01")
    for (meter, reading) in [("M1", 1300), ("M2", 90)] {
      try bench.expect("read add \(meter) --on 2026-02-01 --reason final --reading \(reading)")
    }
    try bench.expect("read add M2 --on 2026-03-01 --reading 100")
    #expect(
      try lines("report consumption-history --fields meter,from,to,quantity") == [
        "M1,2025-11-01,2026-02-01,300", "M2,2026-01-01,2026-02-01,40",
        "M2,2026-02-01,2026-03-01,10",
      ])
  }

  @Test("a meter elsewhere, a day without the service and another type are refused")
  func refused() throws {
    for line in [
      "location add L2 --address Elm", "account open A2 --cid 2 --location L2 --on 2025-09-01",
      "service start A2 SEWER --on 2025-11-01",
    ] { try bench.expect(line) }
    #expect(
      bench.run("meter install M2 A1 --on 2025-10-01").words.contains("found WATER on account"))
    #expect(
      bench.run("meter install M2 A2 --on 2026-01-01").words.contains("no WATER on account A2"))
    try bench.expect("service start A2 WATER --on 2025-11-01 --meter M2")
    #expect(bench.run(Self.install).words.contains("M2, in service"))
    let start = bench.run("service start A1 WATER --on 2025-11-01 --meter M2")
    #expect(start.words.contains("`ubadmin meter install M2 A1 --on DATE`"), "\(start)")
  }
}
