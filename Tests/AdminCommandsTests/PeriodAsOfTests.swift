import Accounts
import TestEngines
import Testing

@testable import AdminCommands

@Suite("Periods of reports, and the day as of which they are made", .onBothEngines)
struct PeriodAsOfTests {
  /// A meter that was not read when its customer left, and shows more when the next one comes.
  private func vacancy() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["location", "add", "9", "--address", "1 Q St"])
    try bench.expect("account open 500 --cid 1 --location 9 --on 2025-01-01")
    try bench.expect("meter add A1 --service WATER --unit GAL --dials 6")
    try bench.expect("service start 500 WATER --on 2025-01-01 --meter A1 --reading 0")
    try bench.expect("read add A1 --on 2025-03-01 --reading 1000")
    try bench.expect("read add A1 --on 2025-09-01 --reading 5000 --accept unusual")
    try bench.expect("account close 500 --on 2025-10-01")
    try bench.expect("account open 501 --cid 1 --location 9 --on 2026-02-01")
    try bench.expect("service start 501 WATER --on 2026-02-01 --meter A1 --reading 46000")
    return bench
  }

  @Test("water that ran in a vacancy is found though nobody read the meter at its beginning")
  func vacant() throws {
    let found = try vacancy().expect("report inactive-consumption --from 2025-01-01 --csv").output
    #expect(found.contains("41000"), "\(found)")
  }

  @Test("nothing after the day as of which a report is made is counted, whatever --to says")
  func cut() throws {
    let bench = try vacancy()
    let days = " --from 2025-01-01 --as-of 2025-06-30 --csv"
    for report in ["consumption", "top-users", "usage-statement --cid 1", "read-summary"] {
      let cut = bench.run("report \(report) --to 2025-12-31\(days)")
      #expect(cut.status == .done, "\(report) \(cut)")
      let whole = try bench.expect("report \(report)\(days)")
      #expect(cut.output == whole.output, "\(report)")
    }
  }

  @Test("usage that was read after that day is not split over the days before it")
  func prorated() throws {
    let bench = try vacancy()
    let line = "report consumption --by month --from 2025-01-01 --basis prorated --csv --no-header"
    let known = try bench.expect(line + " --to 2025-02-28").output
    #expect(try bench.expect(line + " --as-of 2025-06-30").output == known)
    #expect(try bench.expect(line + " --to 2025-06-30").output != known)
  }

  @Test("a period that begins after that day is refused")
  func late() throws {
    let refused = try vacancy().run(
      "report consumption --by account --from 2026-06-30 --to 2026-06-30 --as-of 2024-02-29")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("the end of the period by --as-of"), "\(refused)")
  }
}
