import Reports
import Testing

@Suite("The sample city and the reports about exceptions")
struct SampleCityExceptionsTests {
  private static let day = "--as-of 2026-10-31 --limit 0 --no-header --csv"

  @Test("each rule finds something in the last month of the usual city")
  func eachFinds() throws {
    let bench = try CommandBench(on: "2026-10-31", withStore: false)
    try bench.expect("store demo \(bench.store)")
    let found = try bench.expect("report exceptions --fields rule \(Self.day)").output
    let rules = Set(found.split(separator: "\n").map(String.init))
    #expect(rules == Set(AllExceptions.rules.map { $0.name }))
    for rule in AllExceptions.rules {
      #expect(try !bench.expect("report \(rule.name) \(Self.day)").output.isEmpty, "\(rule.name)")
    }
    for (account, rule) in [
      ("2000102", "continuous-flow"), ("2000128", "dead-meter"), ("2000152", "missing-reads"),
      ("2000174", "consecutive-estimates"), ("2000198", "inactive-consumption"),
      ("2000212", "multiplier-changed"), ("2000224", "high-low"), ("2000225", "high-low"),
      ("2000225", "rollover-and-negative"),
    ] {
      let found = try bench.expect("report \(rule) --account \(account) \(Self.day)").output
      #expect(!found.isEmpty, "\(rule) of \(account)")
    }
  }
}
