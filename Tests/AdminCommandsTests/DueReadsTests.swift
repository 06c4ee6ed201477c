import Accounts
import Testing

@Suite("Meters that are due to be read", .onBothEngines)
struct DueReadsTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-12-15")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main --route R1",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "meter add M --service WATER --dials 7",
      "service start A1 WATER --on 2026-01-01 --meter M --reading 0",
    ] { try bench.expect(line) }
  }

  private func read(_ day: String, _ reading: Int, _ more: String = "") throws {
    try bench.expect("read add M --on \(day) --reading \(reading) --accept unusual \(more)")
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  private func missing(_ day: String) throws -> [String] {
    try rows("missing-reads --as-of \(day) --fields meter,to,compared")
  }

  @Test("one that is read each month is missing after a month and a half, not after a month")
  func monthly() throws {
    for month in 2...6 { try read("2026-0\(month)-01", 310 * month) }
    #expect(try missing("2026-07-10") == [])
    #expect(try missing("2026-07-20") == ["M,2026-06-01,490"])
  }

  @Test("one that is read every two months is not missing between")
  func everyOtherMonth() throws {
    for month in [3, 5, 7, 9] { try read("2026-0\(month)-01", 610 * month) }
    #expect(try missing("2026-11-05") == [])
    #expect(try missing("2026-12-10").count == 1)
  }

  @Test("readings of a move do not make the usual days short")
  func moved() throws {
    for month in 2...6 { try read("2026-0\(month)-01", 310 * month) }
    try bench.expect("customer add 2 --name Bo")
    for (cid, day) in [(2, "08"), (1, "15"), (2, "22")] {
      try bench.expect("account move A1 --cid \(cid) --on 2026-06-\(day) --reading 2000")
    }
    #expect(try missing("2026-07-20") == [])
    #expect(try missing("2026-08-10").count == 1)
  }

  @Test("what was read after the last day does not count, neither as a read nor as use")
  func past() throws {
    try read("2026-02-01", 310)
    try read("2026-09-01", 9310)
    #expect(try missing("2026-04-02") == ["M,2026-02-01,600"])
  }

  @Test("an estimate is no read")
  func estimated() throws {
    for month in 2...4 { try read("2026-0\(month)-01", 310 * month) }
    for month in 5...6 { try read("2026-0\(month)-01", 310 * month, "--kind estimated") }
    #expect(try missing("2026-06-10").map { $0.prefix(12) } == ["M,2026-04-01"])
    let fields = "--fields route,meters,read,estimated,missing,read-percent"
    #expect(
      try rows("read-summary --from 2026-05-15 --to 2026-06-14 \(fields)") == ["R1,1,0,1,0,0"])
    #expect(
      try rows("read-summary --from 2026-03-15 --to 2026-04-14 \(fields)") == ["R1,1,1,0,0,100"])
    #expect(
      try rows("read-summary --from 2026-06-15 --to 2026-07-14 \(fields)") == ["R1,1,0,0,1,0"])
  }

  @Test("one that was never read is due from the day on which it came")
  func never() throws {
    try bench.expect("location add L2 --address Elm")
    try bench.expect("account open A2 --cid 1 --location L2 --on 2026-06-01")
    try bench.expect("meter add N --service WATER --dials 7")
    try bench.expect("service start A2 WATER --on 2026-06-01 --meter N")
    let line = "missing-reads --account A2 --fields meter,to --as-of"
    #expect(try rows("\(line) 2026-07-10") == [])
    #expect(try rows("\(line) 2026-07-20") == ["N,2026-06-01"])
  }
}
