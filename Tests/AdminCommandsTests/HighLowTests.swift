import Accounts
import Testing

@testable import AdminCommands
@testable import Ledger
@testable import Values

/// Meters whose periods differ in length. The day of the bench is 2026-03-10.
@Suite("report high-low", .onBothEngines)
struct HighLowTests {
  private func office(_ reads: [(on: String, reading: Int)]) throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main --route R1",
      "account open A1 --cid 1 --location L1 --on 2020-01-01",
      "meter add M1 --service WATER --dials 9",
      "service start A1 WATER --on 2024-01-01 --meter M1 --reading 0",
    ] { try bench.expect(line) }
    for read in reads {
      try bench.expect(
        "read add M1 --on \(read.on) --reading \(read.reading) --accept unusual")
    }
    return bench
  }

  private func rows(_ bench: CommandBench, _ words: String) throws -> [String] {
    try bench.rows("report high-low \(words)")
  }

  private static let months = [
    ("2024-02-01", 1000), ("2024-03-01", 2000), ("2025-01-30", 20_000), ("2025-03-02", 26_200),
    ("2026-01-01", 40_000), ("2026-02-01", 43_100), ("2026-03-01", 49_000),
  ]

  @Test("it compares with the period before, the same period last year and the average")
  func comparisons() throws {
    let bench = try office(Self.months)
    let words = "--from 2026-02-15 --warn-high 0 --fields quantity,compared,percent "
    // 3100 in 31 days, times 28.
    #expect(try rows(bench, words + "--compare previous") == ["5900,2800,211"])
    // 6200 in the 31 days to 2025-03-02, times 28.
    #expect(try rows(bench, words + "--compare last-year") == ["5900,5600,105"])
    // 13800 + 3100 in 305 + 31 days, times 28.
    #expect(try rows(bench, words + "--compare average --periods 2") == ["5900,1408.333,419"])
    // 1000 + 3100 + 6200 + 13800 in 31 + 31 + 31 + 305 days, times 28.
    #expect(
      try rows(bench, words + "--compare average --extremes without") == ["5900,1695.477,348"])
  }

  @Test("bands are the limits crossed, which are settings that options replace")
  func bands() throws {
    let bench = try office(Self.months)
    let words = "--from 2026-02-15 --fields rule,band,percent,command "
    let command = "ubadmin read list --meter M1"
    #expect(try rows(bench, words) == ["high-low,warn-high,211,\(command)"])
    try bench.expect("setting set high-low.force-high 209")
    #expect(try rows(bench, words) == ["high-low,force-high,211,\(command)"])
    #expect(bench.run("setting set high-low.warn-high 211").words.contains("force-high is 209"))
    try bench.expect("setting set high-low.force-high 300")
    try bench.expect("setting set high-low.warn-high 211")
    #expect(try rows(bench, words) == [])
    #expect(try rows(bench, words + "--force-high 209") == ["high-low,force-high,211,\(command)"])
    #expect(
      try rows(bench, words + "--force-high 300 --force-low 250 --warn-low 280")
        == ["high-low,force-low,211,\(command)"])
    #expect(
      try rows(bench, words + "--force-high 300 --warn-low 250")
        == ["high-low,warn-low,211,\(command)"])
    try bench.expect("setting set high-low.minimum 5901")
    #expect(try rows(bench, words) == [])
    #expect(bench.run("setting set high-low.warn-low 100001").status == .badData)
  }

  @Test("limits that leave nothing between them are refused")
  func crossed() throws {
    let bench = try office(Self.months)
    for (words, found) in [
      ("--warn-high 50 --warn-low 200", "--warn-low 200 is above --warn-high 50"),
      ("--force-high 100 --warn-high 200", "--warn-high 200 is above --force-high 100"),
    ] {
      let refused = bench.run("report high-low \(words)")
      #expect(refused.status == .usage)
      #expect(refused.words.contains(found), "\(refused)")
    }
  }

  @Test("report exceptions uses the settings")
  func exceptions() throws {
    let bench = try office(Self.months)
    let line = "report exceptions --from 2026-02-15 --csv --no-header --fields rule,band"
    #expect(try bench.expect(line).output == "high-low,warn-high\n")
    try bench.expect("setting set high-low.warn-high 250")
    #expect(try bench.expect(line).output == "")
  }

  @Test("the engines estimate as the formula does, for any periods", arguments: 1...3)
  func property(_ seed: UInt64) throws {
    var random = Shuffled(state: seed)
    var day = try CivilDate("2024-01-01")
    var reading = 0
    var reads: [(on: String, reading: Int)] = []
    var periods: [(use: Int64, days: Int)] = []
    while periods.count < 14 {
      let days = Int.random(in: 1...45, using: &random)
      let use = Int.random(in: 0...3000, using: &random)
      day = day.adding(days: days)
      reading += use
      reads.append(("\(day)", reading))
      periods.append((Int64(use) * 1000, days))
    }
    let bench = try office(reads)
    for (count, extremes) in [
      (1, "with"), (2, "without"), (3, "without"), (12, "without"), (5, "with"),
    ] {
      let compared = try rows(
        bench,
        "--from 2024-01-01 --warn-high 0 --minimum 0 --compare average "
          + "--periods \(count) --extremes \(extremes) --fields compared")
      let expected = periods.indices.dropFirst().compactMap { index in
        UsageEstimate(
          Array(periods[max(0, index - count)..<index]), dropsExtremes: extremes == "without"
        )?.use(in: Int64(periods[index].days))
      }.filter { $0 > 0 }.map { Quantity(units: $0).description }
      #expect(compared == expected, "\(count) \(extremes)")
    }
  }
}
