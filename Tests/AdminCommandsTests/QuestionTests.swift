import Accounts
import Reports
import Testing

@testable import AdminCommands

/// Reports on a small office whose figures can be checked by hand. The day of the bench is 2026-03-10.
@Suite("A report", .onBothEngines)
struct QuestionTests {
  let bench: CommandBench

  init() throws {
    bench = try Self.opened()
  }

  static func opened() throws -> CommandBench {
    let bench = try CommandBench()
    for line in office { try bench.expect(line) }
    return bench
  }

  /// M1 leaks in January and stands still in February; M2 is estimated twice and then missed.
  private static let office = [
    "customer add 1 --name Ana", "customer add 2 --name Bo", "customer add 3 --name Cy",
    "location add L1 --address Main --route R1 --sequence 20",
    "location add L2 --address Elm --route R1 --sequence 10",
    "location add L3 --address Oak --route R2",
    "account open A1 --cid 1 --location L1 --on 2025-09-01",
    "account open A2 --cid 2 --location L2 --on 2025-09-01",
    "account open A3 --cid 3 --location L3 --on 2025-09-01",
    "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
    "meter add M3 --service WATER --dials 6 --multiplier 10",
    "service start A1 WATER --on 2025-11-01 --meter M1 --reading 1000",
    "service start A2 WATER --on 2025-11-01 --meter M2 --reading 0",
    "service start A3 SEWER --on 2026-03-01",
    "read add M1 --on 2025-12-01 --reading 2000", "read add M1 --on 2026-01-01 --reading 3033",
    "read add M1 --on 2026-02-01 --reading 7165", "read add M1 --on 2026-03-01 --reading 7165",
    "read add M2 --on 2025-12-01 --reading 600 --kind estimated",
    "read add M2 --on 2026-01-01 --reading 1200 --kind estimated",
    "bill add B1 A1 --on 2026-02-05 --amount 40",
    "payment post A1 --on 2026-02-20 --amount 50 --method check",
    "payment post A2 --on 2026-02-21 --amount 7.50 --method cash",
  ]

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  @Test("high-low compares use per day with the period before")
  func highLow() throws {
    // 4132 in 31 days after 1033 in 31 days; then nothing.
    #expect(
      try rows("high-low --from 2026-01-01 --fields account,to,quantity,compared,percent") == [
        "A1,2026-02-01,4132,1033,400", "A1,2026-03-01,0,3732.129,0",
      ])
    #expect(try rows("high-low --from 2026-01-01 --warn-high 401 --fields to") == ["2026-03-01"])
    #expect(try rows("high-low --from 2026-01-01 --minimum 4133") == [])
  }

  @Test("zero-consumption lists periods without use, and leaves suspended services out")
  func zero() throws {
    #expect(try rows("zero-consumption --fields account,to") == ["A1,2026-03-01"])
    try bench.expect("service suspend A1 WATER --on 2026-01-31")
    #expect(try rows("zero-consumption --fields account,to") == [])
  }

  @Test("consecutive-estimates wants as many as --count says")
  func estimates() throws {
    let period = "--from 2025-12-01 --to 2026-01-31"
    #expect(
      try rows("consecutive-estimates \(period) --fields account,to,compared") == [
        "A2,2026-01-01,2"
      ])
    #expect(try rows("consecutive-estimates \(period) --count 3") == [])
  }

  @Test("a meter is found once, by its last period: standing still or estimated until then")
  func once() throws {
    for (day, reading) in [("2026-02-08", 7165), ("2026-02-15", 7165), ("2026-02-22", 7165)] {
      try bench.expect("read add M1 --on \(day) --reading \(reading)")
    }
    #expect(try rows("dead-meter --from 2026-02-01 --fields account,to") == ["A1,2026-03-01"])
    try bench.expect("read add M1 --on 2026-03-05 --reading 7200")
    #expect(try rows("dead-meter --from 2026-02-01 --fields account,to") == [])
    try bench.expect("read add M2 --on 2026-01-15 --reading 1300")
    #expect(try rows("consecutive-estimates --from 2025-12-01 --fields account,to") == [])
  }

  @Test("exceptions has the findings of all rules, narrowed by the place")
  func all() throws {
    let period = "--from 2026-01-02 --to 2026-03-10 --fields rule,account"
    #expect(
      try rows("exceptions \(period)") == [
        "high-low,A1", "high-low,A1", "zero-consumption,A1", "missing-reads,A2",
      ])
    #expect(try rows("exceptions \(period) --route R2") == [])
    #expect(bench.run("report exceptions --route R9").status == .notFound)
  }

  @Test("winter-average takes the periods that end from December to February")
  func winter() throws {
    // 1000 + 1033 + 4132 in 30 + 31 + 31 days: 6165 × 365 ÷ (12 × 92).
    #expect(
      try rows("winter-average --account A1 --fields quantity,days,reads,per-month") == [
        "6165,92,3,2038.247"
      ])
    let refused = bench.run("report winter-average --year 2027")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("expected 2026 or earlier"), "\(refused)")
  }

  @Test("top-users begins with the largest")
  func top() throws {
    #expect(
      try rows("top-users --from 2025-12-01 --fields account,quantity,days") == [
        "A1,6165,120", "A2,1200,61",
      ])
  }

  @Test("bill-frequency counts periods by block")
  func blocks() throws {
    #expect(
      try rows("bill-frequency --from 2025-12-01 --block 1000 --fields from,to,periods,quantity")
        == [
          "0,1000,3,1200", "1000,2000,2,2033", "4000,5000,1,4132",
        ])
  }

  @Test("usage-statement begins a year before its end and follows the customer")
  func statement() throws {
    try bench.expect("account move A1 --cid 3 --on 2026-03-02")
    #expect(
      try rows("usage-statement --cid 1 --fields month,code,quantity,billed") == [
        "2026-02,,,40.00", "2025-12,1000,1000,", "2026-01,1000,1033,", "2026-02,1000,4132,",
        "2026-03,1000,0,",
      ])
    #expect(try rows("usage-statement --cid 3") == [])
    #expect(try rows("usage-statement --cid 1 --service WATER --fields billed,month").count == 4)
  }

  @Test("usage-statement has each use once, with the tenant where there is one")
  func statementOfTenant() throws {
    try bench.expect("account set A1 --cid 3 --role tenant --on 2026-01-15")
    #expect(
      try rows("usage-statement --account A1 --service WATER --fields cid,month") == [
        "1,2025-12", "1,2026-01", "3,2026-02", "3,2026-03",
      ])
  }

  @Test("payments sums by several groups, in the order in which they are given")
  func paymentsByGroups() throws {
    #expect(
      try rows("payments --by method,day --fields method,on,payments,amount") == [
        "cash,2026-02-21,1,7.50", "check,2026-02-20,1,50.00",
      ])
    #expect(
      try rows("payments --by month,method --fields month,method,amount") == [
        "2026-02,cash,7.50", "2026-02,check,50.00",
      ])
    #expect(bench.run("report payments --by day,day").status == .usage)
  }

  @Test("payments sums by method, and shows reversed ones apart")
  func payments() throws {
    try bench.expect("payment reverse 2 --reason bounced")
    #expect(
      try rows("payments --by method --fields method,payments,amount,reversed,reversed-amount") == [
        "cash,0,0.00,1,7.50", "check,1,50.00,0,0.00",
      ])
  }

  @Test("credits lists money without a bill")
  func credits() throws {
    #expect(
      try rows("credits --fields account,credit,balance") == ["A1,10.00,-10.00", "A2,7.50,-7.50"])
  }

  @Test("starts-and-stops and pending divide at the day")
  func starts() throws {
    try bench.expect("service stop A2 WATER --on 2026-03-20")
    #expect(
      try rows("starts-and-stops --from 2026-02-15 --fields on,event,account") == [
        "2026-03-01,start,A3"
      ])
    #expect(try rows("pending --fields on,event,account") == ["2026-03-20,stop,A2"])
  }

  @Test("moves has a row for who comes and one for who goes")
  func moves() throws {
    try bench.expect("account move A1 --cid 3 --on 2026-03-02")
    #expect(
      try rows("moves --fields on,moved,account,cid") == [
        "2026-03-02,out,A1,1", "2026-03-02,in,A1,3",
      ])
  }

  @Test("changes names the command that undoes each, once")
  func changes() throws {
    let last = try #require(try rows("changes --fields change,undo").last)
    let number = last.prefix { $0 != "," }
    #expect(last == "\(number),ubadmin change undo \(number)")
    try bench.expect("change undo \(number)")
    #expect(try rows("changes --fields change,undo").contains("\(number),"))
  }

  @Test("changes offers no undo of a change without rows")
  func changesWithoutRows() throws {
    let city = try CommandBench(withStore: false)
    try city.expect("store demo \(city.store) --accounts 300 --until 2026-02-28")
    let line = "report changes --from 2026-01-01 --fields rows,undo --csv --no-header"
    #expect(try city.expect(line).output == "0,\n")
  }

  @Test("water-balance subtracts what is billed and what is not from what was supplied")
  func balance() throws {
    #expect(
      try rows(
        "water-balance --from 2025-12-01 --supplied 10000 --unbilled 500 --fields line,quantity,percent"
      ) == [
        "water supplied,10000,100", "billed metered,6165,62", "billed unmetered,0,0",
        "unbilled metered,1200,12", "unbilled unmetered,500,5", "authorized consumption,7865,79",
        "water losses,2135,21", "non-revenue water,3835,38",
      ])
  }

  @Test("water-balance asks for the water supplied")
  func withoutSupply() {
    let refused = bench.run("report water-balance --from 2025-12-01")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("--supplied is missing"), "\(refused)")
    #expect(refused.words.contains("e.g. --supplied 9000000"), "\(refused)")
  }

  @Test("a percent is rounded half away from zero, whichever report shows it")
  func percents() throws {
    try bench.expect("read add M2 --on 2026-02-01 --reading 1803")
    // 603 of 600 is 100.5, 4132 of 1033 is 400.
    #expect(
      try rows("high-low --from 2026-02-01 --to 2026-02-01 --warn-high 0 --fields account,percent")
        == ["A1,400", "A2,101"])
    try bench.expect("bill add B2 A2 --on 2026-02-05 --amount 40")
    #expect(
      try rows("water-balance --from 2026-02-01 --supplied 46800 --fields line,percent")[6]
        == "water losses,90")
    #expect(
      try rows("water-balance --from 2026-02-01 --supplied 3806 --fields line,quantity,percent")[6]
        == "water losses,-929,-24")
  }

  @Test("a period that begins after the day it ends on names the option that was typed")
  func lateBeginning() throws {
    let refused = bench.run("report top-users --from 2026-04-01")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("--from 2026-04-01 is after 2026-03-10"), "\(refused.words)")
  }

  @Test("a reversed period and a number out of range are refused")
  func refused() throws {
    #expect(bench.run("report moves --from today --to yesterday").status == .usage)
    #expect(bench.run("report high-low --warn-high 100001").status == .usage)
    #expect(bench.run("report payments --by week").status == .usage)
  }
}
