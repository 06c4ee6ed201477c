import Accounts
import Testing

/// Meters A and B measure one service beside each other: 3000 each in December, January and February.
@Suite("Several meters on one service", .onBothEngines)
struct SeveralMetersTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "meter add A --service WATER --dials 7", "meter add B --service WATER --dials 7",
      "service start A1 WATER --on 2025-11-01 --meter A --reading 0",
      "meter install B A1 --on 2025-11-01 --reading 0",
    ] { try bench.expect(line) }
    for (day, reading) in [("2025-12-01", 3000), ("2026-01-01", 6000), ("2026-02-01", 9000)] {
      for meter in ["A", "B"] {
        try bench.expect("read add \(meter) --on \(day) --reading \(reading)")
      }
    }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  @Test("their use adds up in the winter average, and their days count once")
  func winter() throws {
    // 18,000 in 30 + 31 + 31 days, times 365, by 12.
    #expect(
      try rows("winter-average --fields quantity,days,reads,average-per-day,per-month") == [
        "18000,92,6,195.652,5951.087"
      ])
  }

  @Test("days that only one of them has count, too")
  func partly() throws {
    try bench.expect("read add A --on 2026-02-20 --reading 9500")
    try bench.expect("read add B --on 2026-02-10 --reading 9100")
    #expect(try rows("winter-average --fields quantity,days") == ["18600,111"])
  }

  @Test("the average per day of the largest users and of the statement is that of the account")
  func averages() throws {
    #expect(
      try rows("top-users --from 2025-12-01 --fields quantity,days,average-per-day") == [
        "18000,92,195.652"
      ])
    #expect(
      try rows("usage-statement --fields month,quantity,days,average-per-day") == [
        "2025-12,6000,30,200", "2026-01,6000,31,193.548", "2026-02,6000,31,193.548",
      ])
  }

  @Test("the average per day of a service in its list is that of all its meters")
  func listed() throws {
    let line = "service list A1 --fields last-12-months,average-per-day --csv --no-header"
    #expect(try bench.expect(line).output == "18000,195.652\n")
  }

  @Test("bill-frequency puts their sum into one block")
  func frequency() throws {
    #expect(
      try rows(
        "bill-frequency --from 2025-12-01 --block 5000 --fields from,periods,accounts,quantity")
        == ["5000,3,1,18000"])
  }
}
