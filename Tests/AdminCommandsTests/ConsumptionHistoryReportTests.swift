import Testing

@Suite("report consumption-history", .onBothEngines)
struct ConsumptionHistoryReportTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main --route R1",
      "account open A1 --cid 1 --location L1 --on 2024-01-01",
      "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
      "meter add M3 --service WATER --dials 6",
      "service start A1 WATER --on 2025-01-01 --meter M1 --reading 1000",
      "read add M1 --on 2025-01-31 --reading 1090",
      "read add M1 --on 2025-03-02 --reading 1150 --kind estimated",
      "meter exchange M1 --new M2 --on 2026-01-01 --reading 2000 --new-reading 10 --accept unusual",
      "read add M2 --on 2026-01-31 --reading 110 --accept unusual",
      "read add M2 --on 2026-03-01 --reading 200",
    ] { try bench.expect(line) }
    return bench
  }

  private func rows(_ bench: CommandBench, _ words: String) throws -> [String] {
    try bench.rows("report consumption-history \(words)")
  }

  @Test("a row has the reading, the average per day and the period of a year before")
  func columns() throws {
    let bench = try office()
    let fields =
      "to,reading,quantity,days,average-per-day,estimated,last-year,last-year-per-day"
    #expect(
      try rows(bench, "--account A1 --fields \(fields)") == [
        "2025-01-31,1090,90,30,3,false,,",
        "2025-03-02,1150,60,30,2,true,,",
        "2026-01-01,2000,850,305,2.787,false,90,3",
        "2026-01-31,110,100,30,3.333,false,90,3",
        "2026-03-01,200,90,29,3.103,false,60,2",
      ])
  }

  @Test("last-year is at most half of the period's days off, and of two as near the earlier")
  func nearest() throws {
    let bench = try office()
    for line in [
      "read add M2 --on 2026-03-02 --reading 203", "read add M2 --on 2026-03-04 --reading 209",
      "read add M2 --on 2026-03-09 --reading 224",
    ] { try bench.expect(line) }
    // A year before are 2025-03-02, 03-04 and 03-09; half of the days are 0, 1 and 2.
    #expect(
      try rows(bench, "--from 2026-03-02 --fields to,days,last-year") == [
        "2026-03-02,1,60", "2026-03-04,2,", "2026-03-09,5,",
      ])
    for line in [
      "read void M1 --on 2025-03-02", "read add M1 --on 2025-02-27 --reading 1140",
      "read add M1 --on 2025-03-03 --reading 1153",
    ] { try bench.expect(line) }
    // 2026-03-01 is two days after the one and two before the other.
    #expect(
      try rows(bench, "--from 2026-03-01 --to 2026-03-01 --fields to,last-year") == [
        "2026-03-01,50"
      ])
  }

  @Test(
    "with two meters in a service each has last-year of its own, or of none that is still there")
  func twoMeters() throws {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main --route R1",
      "account open A1 --cid 1 --location L1 --on 2024-01-01",
      "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
      "service start A1 WATER --on 2025-01-01 --meter M1 --reading 0",
      "read add M1 --on 2025-02-01 --reading 31", "read add M1 --on 2026-01-01 --reading 365",
    ] { try bench.expect(line + (line.hasPrefix("read") ? " --accept unusual" : "")) }
    try bench.expect("meter install M2 A1 --on 2025-01-01")
    for line in [
      "read add M2 --on 2026-01-01 --reading 0",
      "read add M1 --on 2026-02-01 --reading 400", "read add M2 --on 2026-02-01 --reading 500",
    ] { try bench.expect(line + " --accept unusual") }
    #expect(
      try rows(bench, "--from 2026-02-01 --fields meter,quantity,last-year") == [
        "M1,35,31", "M2,500,",
      ])
  }
}
