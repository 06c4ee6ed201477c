import Accounts
import TestEngines
import Testing

@testable import AdminCommands

@Suite("Days far from today", .onBothEngines)
struct DistantDatesTests {
  private func desk() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["location", "add", "9", "--address", "1 Q St"])
    try bench.expect("account open 500 --cid 1 --location 9 --on 2020-01-04")
    try bench.expect("payment post 500 --amount 36.57 --on 2025-06-02")
    return bench
  }

  @Test("a reversal far ahead is refused; one that is accepted is listed, and the doctor tells it")
  func reversal() throws {
    let bench = try desk()
    let line = "payment reverse 1 --reason NSF --on 2099-11-20"
    let refused = bench.run(line)
    #expect(refused.status == .refused)
    #expect(refused.words.contains("--accept unusual"), "\(refused)")
    try bench.expect(line + " --accept unusual")
    #expect(
      try bench.expect("payment list --account 500 --csv --no-header").output.contains("36.57"))
    let doctor = bench.run("store doctor --csv")
    #expect(doctor.output.contains("reversed on 2099-11-20"), "\(doctor)")
  }

  @Test("a report of the first day that there is has no period that begins after it")
  func firstDay() throws {
    let bench = try desk()
    for report in ["meter-evaluation", "payments", "usage-statement"] {
      try bench.expect("report \(report) --as-of 1900-01-01")
    }
  }

  @Test("an announcement is not retired before its first day")
  func retired() throws {
    let bench = try CommandBench()
    try bench.expect(["announcement", "add", "Hours", "--text", "Closed", "--from", "2026-10-26"])
    let refused = bench.run("announcement retire 1 --on 1962-11-02")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("before its first day 2026-10-26"), "\(refused)")
  }

  @Test("a bill that is added again under another number is told in a note")
  func billTwice() throws {
    let bench = try desk()
    let rest = " 500 --amount 40 --on 2025-11-01 --from 2025-08-01 --to 2025-10-31 --service WATER"
    try bench.expect("bill add Y1" + rest)
    let second = try bench.expect("bill add Y2" + rest)
    #expect(
      second.words.contains("bill Y1 of account 500, of 2025-11-01, charges for the same"),
      "\(second)")
  }
}
