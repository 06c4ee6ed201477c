import Accounts
import Testing

@testable import AdminCommands

/// Reports on meters and their reads, on the office of the other reports.
@Suite("A report on meters", .onBothEngines)
struct MeterReportTests {
  let bench: CommandBench

  init() throws { bench = try QuestionTests.opened() }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  @Test("missing-reads lists meters in service that nobody read, with their likely use")
  func missing() throws {
    // Only estimated since 2025-11-01: 600 in the last 31 days, for 119 days.
    #expect(
      try rows("missing-reads --to 2026-02-28 --fields meter,to,compared") == [
        "M2,2025-11-01,2303.226"
      ])
    #expect(try rows("missing-reads --to 2025-12-15") == [])
    // The first day of a period would change nothing.
    #expect(bench.run("report missing-reads --from 2025-12-01").status == .usage)
  }

  @Test("meter-exchanges and multiplier-changed see the new meter")
  func exchanges() throws {
    try bench.expect("meter exchange M2 --new M3 --on 2026-03-05 --reading 1500 --new-reading 0")
    #expect(try rows("meter-exchanges --fields account,meter,to") == ["A2,M3,2026-03-05"])
    #expect(try rows("multiplier-changed --fields meter,compared,percent") == ["M3,1,1000"])
  }

  @Test("read-sheet follows the route's order and says what to expect")
  func sheet() throws {
    #expect(
      try rows("read-sheet --route R1 --fields sequence,account,meter,reading,expected") == [
        "10,A2,M2,1200,2516", "20,A1,M1,7165,7165",
      ])
  }

  @Test("a meter with two reads on one day is on the read sheet once, with the later")
  func twoReadsOneDay() throws {
    try bench.expect("service transfer A1 WATER --to A3 --on 2026-03-05 --reading 7200")
    #expect(
      try rows("read-sheet --fields route,account,meter,last-read,reading") == [
        "R1,A2,M2,2026-01-01,1200", "R2,A3,M1,2026-03-05,7200",
      ])
  }

  @Test("meter-list shows the meters of a day by route and sequence")
  func meters() throws {
    try bench.expect("meter set M2 --size 5/8")
    let fields = "--fields sequence,service,size,meter,account,address,installed-on,last-read"
    #expect(
      try rows("meter-list \(fields)") == [
        "10,WATER,5/8,M2,A2,Elm,2025-11-01,2026-01-01",
        "20,WATER,,M1,A1,Main,2025-11-01,2026-03-01",
      ])
    #expect(
      try rows("meter-list --account A1 --as-of 2025-12-31 --fields meter,last-read,reading")
        == ["M1,2025-12-01,2000"])
    #expect(try rows("meter-list --as-of 2025-10-31") == [])
  }

  @Test("a move of customers does not make a meter new, and its use before counts")
  func evaluationAcrossMove() throws {
    let line = "meter-evaluation --fields meter,installed-on,last-12-months"
    let before = try rows(line)
    #expect(before.first == "M1,2025-11-01,6165")
    try bench.expect("account move A1 --cid 3 --on 2026-03-05 --reading 7265")
    #expect(try rows(line) == ["M1,2025-11-01,6265"] + before.dropFirst())
    for list in ["report meter-list", "meter list"] {
      let words = list + " --fields meter,installed-on --sort meter --csv --no-header"
      #expect(try bench.expect(words).output.hasPrefix("M1,2025-11-01\n"), "\(list)")
    }
  }

  @Test("a meter that comes to another place is new there")
  func evaluationAcrossPlaces() throws {
    try bench.expect("service transfer A1 WATER --to A3 --on 2026-03-05 --reading 7200")
    let line = "meter-evaluation --fields meter,account,installed-on,last-12-months"
    #expect(try rows(line).first == "M1,A3,2026-03-05,")
  }

  @Test("a meter whose customer changed in the period is read or missed like any other")
  func movesInPeriod() throws {
    try bench.expect("account move A2 --cid 3 --on 2026-02-15")
    #expect(
      try rows("read-summary --from 2026-02-01 --to 2026-03-05 --fields route,meters,read,missing")
        == ["R1,2,1,1"])
    #expect(
      try rows("missing-reads --to 2026-03-05 --fields account,meter") == [
        "A2,M2"
      ])
  }

  @Test("read-sheet expects what the register can show after its last digit")
  func rollover() throws {
    for line in [
      "meter add M4 --service WATER --dials 4",
      "service start A3 WATER --on 2026-01-01 --meter M4 --reading 9000",
      "read add M4 --on 2026-02-01 --reading 9900",
    ] { try bench.expect(line) }
    // 900 in 31 days, then 37 days: 10974 on a register that shows four digits.
    #expect(try rows("read-sheet --fields meter,reading,expected").last == "M4,9900,974")
  }

  @Test("read-summary counts what was read, estimated and missed")
  func summary() throws {
    let fields = "--fields route,meters,read,estimated,missing,zero,read-percent"
    #expect(
      try rows("read-summary --from 2026-02-01 --to 2026-03-05 \(fields)") == ["R1,2,1,0,1,1,50"])
  }
}
