import Testing

@testable import Values

/// Totals of years, and the rows at the ends of what is asked, against what the rows add up to.
enum ConsumptionParts {
  private static let groups = [
    ("account", 1), ("customer", 2), ("meter", 1), ("location", 2), ("size", 1),
    ("kind,account", 2),
    ("class,route", 2), ("customer,year", 3), ("meter,year", 2),
  ]

  static func expectEqualRows(in bench: CommandBench, seed: UInt64) throws {
    var numbers = Shuffled(state: seed)
    let first = try CivilDate("2023-11-20")
    var found = 0
    for (groups, keys) in groups {
      for narrow in [
        "", " --service WATER", " --route R1", " --account A2", " --meter W1", " --class public",
        " --compare last-year", " --compare last-year --account A2",
      ] {
        let days = [0, 0].map { _ in first.adding(days: Int.random(in: 0...1080, using: &numbers)) }
          .sorted()
        let window = [
          " --from \(days[0]) --to \(days[1])", " --from \(days[0])", " --to \(days[1])",
        ].randomElement(using: &numbers)
        found += try ConsumptionBySums.equalThoseOfRows(
          bench, groups, keys: keys, narrow + (window ?? "")
        ).count
      }
    }
    #expect(found > 200)
  }
}

@Suite("The report on consumption of some days, by account and other records", .onBothEngines)
struct ConsumptionPartsTests {
  @Test("a day that nothing was read on is no row, also of a year that is mostly asked")
  func nothingLeft() throws {
    let bench = try CommandBench(on: "2026-10-31")
    for line in [
      "customer add 1 --name Ana", "location add L9 --address Oak",
      "account open A9 --cid 1 --location L9 --on 2026-01-01",
      "meter add W9 --service WATER --dials 6",
      "service start A9 WATER --on 2026-01-01 --meter W9 --reading 0",
      "read add W9 --on 2026-01-08 --reading 5",
    ] { try bench.expect(line) }
    func rows(_ days: String) throws -> String {
      try bench.expect(
        "report consumption --by account --account A9 --csv --no-header --fields account,reads \(days)"
      ).output
    }
    #expect(try rows("--from 2026-01-09 --to 2026-12-31") == "")
    #expect(try rows("--from 2026-01-08 --to 2026-12-31") == "A9,1\n")
    #expect(try rows("--to 2026-01-07") == "")
  }
}
