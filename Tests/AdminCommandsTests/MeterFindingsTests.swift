import Accounts
import Testing

/// What reports find at one meter or two. The day of the bench is 2026-12-15.
@Suite("A finding about a meter", .onBothEngines)
struct MeterFindingsTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-12-15")
    try run([
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "meter add M --service WATER --dials 7",
      "service start A1 WATER --on 2025-11-01 --meter M --reading 0",
    ])
  }

  private func run(_ lines: [String]) throws {
    for line in lines { try bench.expect(line) }
  }

  private func read(_ day: String, _ reading: Int, _ more: String = "") throws {
    try bench.expect("read add M --on \(day) --reading \(reading) --accept unusual \(more)")
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  @Test("use after a period without any is high, though no percent tells how much")
  func afterNothing() throws {
    try read("2026-09-01", 100)
    try read("2026-10-01", 100)
    try read("2026-11-01", 90_100)
    for compare in ["previous", "average --periods 1"] {
      #expect(
        try rows(
          "high-low --from 2026-10-15 --compare \(compare) --fields quantity,compared,percent,band")
          == ["90000,0,,force-high"])
    }
  }

  @Test("a meter that stands still, or is estimated, is found when the customer changes in between")
  func acrossMove() throws {
    try read("2026-02-01", 9000)
    try read("2026-03-01", 9000)
    try bench.expect("account move A1 --cid 2 --on 2026-03-10 --reading 9000")
    for month in 4...6 { try read("2026-0\(month)-01", 9000) }
    let period = "--from 2026-02-01 --to 2026-06-15"
    #expect(
      try rows("dead-meter \(period) --fields meter,to,compared,compared-unit") == [
        "M,2026-06-01,5,periods"
      ])
    try read("2026-07-01", 9500)
    #expect(
      try rows("read-sheet --as-of 2026-07-31 --fields meter,reading,expected") == [
        "M,9500,10000"
      ])
  }

  @Test("estimates in a row are counted on across a move, all of them")
  func estimates() throws {
    try read("2026-02-01", 9000)
    try read("2026-03-01", 9500, "--kind estimated")
    try bench.expect("account move A1 --cid 2 --on 2026-03-02")
    try read("2026-04-01", 9900, "--kind estimated")
    try read("2026-05-01", 10_300, "--kind estimated")
    #expect(
      try rows("consecutive-estimates --from 2026-04-15 --to 2026-05-15 --fields to,compared") == [
        "2026-05-01,2"
      ])
    try read("2026-06-01", 10_700, "--kind estimated")
    for count in ["", "--count 3"] {
      #expect(
        try rows(
          "consecutive-estimates --from 2026-05-15 --to 2026-06-15 --fields compared \(count)")
          == ["3"])
    }
  }

  @Test("water that ran while nobody was the customer is found between the two readings")
  func vacant() throws {
    try read("2026-06-01", 5000)
    try bench.expect("account close A1 --on 2026-07-01 --reading 6000")
    try run([
      "account open A2 --cid 2 --location L1 --on 2026-10-01",
      "service start A2 WATER --on 2026-10-01 --meter M --reading 46000",
    ])
    let fields = "--fields rule,account,from,to,quantity,unit"
    let found = "inactive-consumption,A2,2026-07-01,2026-10-01,40000,GAL"
    #expect(try rows("inactive-consumption --from 2026-01-01 \(fields)") == [found])
    #expect(try rows("exceptions --from 2026-09-15 --account A2 \(fields)").contains(found))
    #expect(try rows("inactive-consumption --from 2026-10-02 \(fields)") == [])
    #expect(try rows("inactive-consumption --from 2026-01-01 --account A1 \(fields)") == [])
  }

  @Test("two meters that are exchanged in one service on one day are two exchanges")
  func twoExchanges() throws {
    for (meter, multiplier) in [("P1", 10), ("P2", 10), ("Q1", 1), ("Q2", 1), ("Q3", 100)] {
      try bench.expect("meter add \(meter) --service WATER --dials 6 --multiplier \(multiplier)")
    }
    try run([
      "meter install P1 A1 --on 2026-01-01 --reading 0",
      "meter install Q1 A1 --on 2026-01-01 --reading 0",
      "meter exchange Q1 --new Q2 --on 2026-03-01 --reading 70 --new-reading 0",
      "meter exchange P1 --new P2 --on 2026-03-01 --reading 50 --new-reading 0",
    ])
    let period = "--from 2026-02-15 --to 2026-03-14"
    #expect(try rows("meter-exchanges \(period) --fields meter") == ["P2", "Q2"])
    #expect(try rows("multiplier-changed \(period)") == [])
    try bench.expect("meter exchange Q2 --new Q3 --on 2026-04-01 --reading 90 --new-reading 0")
    #expect(
      try rows(
        "multiplier-changed --from 2026-03-15 --to 2026-04-14 "
          + "--fields meter,compared,compared-unit,percent") == ["Q3,1,multiplier,10000"])
  }

  @Test("a control read does not make the next reading look like one that goes back")
  func control() throws {
    try read("2026-09-01", 1000)
    try read("2026-09-01", 1010, "--reason control")
    try read("2026-10-01", 1005)
    #expect(try rows("rollover-and-negative --from 2026-09-15 --to 2026-10-14") == [])
  }

  @Test("estimates of each day are no continuous flow")
  func estimatedDays() throws {
    try read("2026-02-01", 1000)
    for day in 2...9 { try read("2026-02-0\(day)", 1000 + 10 * day, "--kind estimated") }
    #expect(try rows("continuous-flow --from 2026-02-01 --to 2026-02-28") == [])
  }

  @Test("a meter in its second year is compared by the days for which it was there")
  func evaluation() throws {
    let first = try CivilDate("2025-11-01")
    for month in 1...13 { try read("\(first.adding(months: month))", 1000 * month) }
    // 12 of 13 periods are in the last twelve months; each has 1000.
    let found = try rows(
      "meter-evaluation --as-of 2026-12-15 --fields last-12-months,year-before,first-12-months")
    #expect(found == ["12000,1000,12000"])
    let percents = try rows("meter-evaluation --as-of 2026-12-15 --fields percent,trend")
    #expect(percents == ["99,100"], "12000 in 365 days after 1000 in 30")
  }

  @Test("use that no bill had taken in on the day of --as-of counts on the day of its read")
  func billedAsOf() throws {
    try run([
      "read add M --on 2026-02-01 --reading 1000", "read add M --on 2026-03-01 --reading 3000",
    ])
    try bench.expect(
      "bill add B1 A1 --amount 10 --on 2026-03-10 --from 2026-02-01 --to 2026-02-28 --service WATER"
    )
    let line = "consumption --by month --basis billed --fields month,quantity,unbilled"
    #expect(
      try rows(line + " --as-of 2026-03-05") == ["2026-02,1000,1000", "2026-03,2000,2000"])
  }
}
