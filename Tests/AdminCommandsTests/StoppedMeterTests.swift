import Accounts
import Testing

@testable import AdminCommands

@Suite("The meter of a service that stops", .onBothEngines)
struct StoppedMeterTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["location", "add", "L1", "--address", "One Main St"])
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    for meter in ["M1", "M2"] { try bench.expect("meter add \(meter) --service WATER --dials 6") }
    try bench.expect("service start A1 WATER --on 2025-01-01 --meter M1 --reading 100")
  }

  @Test("another meter than the one installed stops nothing, and that one is named")
  func wrong() throws {
    let refused = bench.run("service stop A1 WATER --on 2026-03-10 --meter M2")
    #expect(refused.status == .refused, "\(refused)")
    #expect(refused.words.contains("--meter: found M2"), "\(refused)")
    #expect(refused.words.contains("expected meter M1"), "\(refused)")
    #expect(
      try bench.expect("service list --account A1 --csv --fields status --no-header").output
        == "active\n")
    #expect(bench.run("service stop A1 WATER --on 2026-03-10 --meter M9").status == .notFound)
  }

  @Test("a column of a file names it, too")
  func column() throws {
    #expect(
      try bench.expect("service stop --csv-template").output
        == "account,service,on,meter,reading,reason\n")
    let wrong = try bench.file("w.csv", "account,service,on,meter\nA1,WATER,2026-03-10,M2\n")
    #expect(bench.run(["service", "stop", "--from", wrong]).status == .badData)
    let right = try bench.file(
      "r.csv", "account,service,on,meter,reading\nA1,WATER,2026-03-10,M1,150\n")
    try bench.expect(["service", "stop", "--from", right])
    #expect(
      try bench.expect("service list --account A1 --csv --fields status --no-header").output
        == "stopped\n")
  }
}
