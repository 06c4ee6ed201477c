import Testing

@testable import AdminCommands

@Suite("The report on consumption and leap days", .onBothEngines)
struct ConsumptionLeapDayTests {
  private func lines(_ bench: CommandBench, _ words: String) throws -> [String] {
    try bench.rows("report consumption \(words)")
  }

  @Test("last-year of a range from a leap day begins in March: February 28 counts once")
  func fromLeapDay() throws {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main --route R1 --cycle 1",
      "account open A1 --cid 1 --location L1 --on 2023-01-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2023-01-01 --meter M1 --reading 0",
    ] { try bench.expect(line + " --accept unusual") }
    for (day, reading) in [
      ("2023-02-28", 100), ("2023-03-10", 150), ("2024-02-28", 450), ("2024-02-29", 460),
      ("2024-03-10", 500),
    ] { try bench.expect("read add M1 --on \(day) --reading \(reading) --accept unusual") }
    for groups in ["year", "route,year", "account", "month"] {
      for narrow in ["", " --cycle 1"] {
        func lastYear(_ from: String, _ to: String) throws -> [String] {
          try lines(
            bench,
            "--by \(groups) --compare last-year --from \(from) --to \(to) --fields last-year\(narrow)"
          )
        }
        #expect(try lastYear("2024-02-01", "2024-02-28") == ["100"], "\(groups)")
        #expect(try lastYear("2024-02-29", "2024-02-29") == ["0"], "\(groups)")
        #expect(try lastYear("2024-03-01", "2024-03-31") == ["50"], "\(groups)")
      }
    }
  }
}
