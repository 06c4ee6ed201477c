import Testing

@testable import Values

@Suite("report continuous-flow", .onBothEngines)
struct ContinuousFlowTests {
  let bench: CommandBench

  /// M1 is read daily in February and runs from the 2nd to the 11th and from the 20th on; what it uses on
  /// a day is its number. M2 stands still every third day.
  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    for number in 1...2 {
      for line in [
        "location add L\(number) --address Main --route R\(number)",
        "account open A\(number) --cid 1 --location L\(number) --on 2026-01-01",
        "meter add M\(number) --service WATER --dials 6",
        "service start A\(number) WATER --on 2026-02-01 --meter M\(number) --reading 0",
      ] { try bench.expect(line) }
    }
    var reads = "meter,on,reading\n"
    var readings = [0, 0]
    let first = try CivilDate("2026-02-01")
    for day in 1...35 {
      readings[0] += (1...10).contains(day) || day >= 19 ? day : 0
      readings[1] += day % 3 == 0 ? 0 : 5
      for (number, reading) in readings.enumerated() {
        reads += "M\(number + 1),\(first.adding(days: day)),\(reading)\n"
      }
    }
    try bench.expect("read add --from \(bench.file("reads.csv", reads)) --accept unusual")
  }

  private func rows(_ words: String) throws -> [String] {
    try bench.rows("report continuous-flow \(words)")
  }

  private static let fields = "--fields meter,from,to,days,quantity,compared"

  @Test("each run of days is one finding, with the use of the least day and in all")
  func runs() throws {
    #expect(
      try rows("--from 2026-02-01 \(Self.fields)") == [
        "M1,2026-02-01,2026-02-11,10,55,1", "M1,2026-02-19,2026-03-08,17,459,19",
      ])
    #expect(try rows("--from 2026-02-01 --count 11 --fields from") == ["2026-02-19"])
    #expect(try rows("--from 2026-02-01 --route R2") == [])
  }

  @Test("a run that began before the period is told whole, one that goes on up to the period's end")
  func ends() throws {
    #expect(
      try rows("--from 2026-02-10 --to 2026-02-28 \(Self.fields)") == [
        "M1,2026-02-01,2026-02-11,10,55,1", "M1,2026-02-19,2026-02-28,9,207,19",
      ])
    #expect(try rows("--from 2026-02-12 --to 2026-02-25") == [])
  }

  @Test("a day that nobody read ends a run, as its use may all be of the other day")
  func missedDay() throws {
    try bench.expect("read void M1 --on 2026-03-01")
    #expect(
      try rows("--from 2026-02-12 --fields from,to,days") == [
        "2026-02-19,2026-02-28,9"
      ])
  }

  @Test("a run goes on when the customer changes: it is what a newcomer should know")
  func moved() throws {
    for line in [
      "customer add 2 --name Bo", "location add L3 --address Main --route R3",
      "account open A3 --cid 1 --location L3 --on 2026-01-01",
      "meter add M3 --service WATER --dials 6",
      "service start A3 WATER --on 2026-02-01 --meter M3 --reading 0",
    ] { try bench.expect(line) }
    for day in 2...11 {
      let date = try CivilDate("2026-02-01").adding(days: day - 1)
      try bench.expect(
        day == 7
          ? "account move A3 --cid 2 --on \(date) --reading 6"
          : "read add M3 --on \(date) --reading \(day - 1)")
    }
    #expect(
      try rows("--from 2026-02-01 --route R3 \(Self.fields)") == [
        "M3,2026-02-01,2026-02-11,10,10,1"
      ])
    #expect(
      try bench.expect(
        "report same-usage --from 2026-02-08 --to 2026-02-08 --route R3 --fields to --csv --no-header"
      ).output == "2026-02-08\n")
  }

  @Test("a meter that was exchanged and came back to its service counts each day once")
  func cameBack() throws {
    for line in [
      "location add L3 --address Main --route R3",
      "account open A3 --cid 1 --location L3 --on 2026-01-01",
      "meter add M3 --service WATER --dials 6", "meter add M4 --service WATER --dials 6",
      "service start A3 WATER --on 2026-02-01 --meter M3 --reading 0",
    ] { try bench.expect(line) }
    for day in 2...21 {
      let date = try CivilDate("2026-02-01").adding(days: day - 1)
      let meter = (10...12).contains(day) ? "M4" : "M3"
      let reading = day < 10 ? day - 1 : day < 13 ? day - 9 : day - 4
      try bench.expect("read add \(meter) --on \(date) --reading \(reading) --accept unusual")
      if day == 9 {
        try bench.expect(
          "meter exchange M3 --new M4 --on \(date) --reading 8 --new-reading 0 --accept unusual")
      } else if day == 12 {
        try bench.expect(
          "meter exchange M4 --new M3 --on \(date) --reading 3 --new-reading 8 --accept unusual")
      }
    }
    #expect(
      try rows("--from 2026-02-01 --route R3 \(Self.fields)") == [
        "M3,2026-02-01,2026-02-09,8,8,1", "M3,2026-02-12,2026-02-21,9,9,1",
      ])
  }

  @Test("what it finds is among all exceptions, once")
  func exceptions() throws {
    let found = try bench.expect(
      "report exceptions --from 2026-02-12 --account A1 --fields rule,days,compared --csv --no-header"
    )
    let flow = found.output.split(separator: "\n").filter { $0.hasPrefix("continuous-flow") }
    #expect(flow == ["continuous-flow,17,19"])
  }
}
