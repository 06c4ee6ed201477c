import Accounts
import Testing

/// A1 has used 90,000 gallons, A2 200 CCF, which are 149,610.390 gallons.
@Suite("Use in several units", .onBothEngines)
struct MixedUnitsTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "location add L2 --address Elm",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "account open A2 --cid 1 --location L2 --on 2025-11-01",
      "meter add G --service WATER --dials 7 --unit GAL",
      "meter add C --service WATER --dials 7 --unit CCF",
      "service start A1 WATER --on 2026-02-01 --meter G --reading 0",
      "service start A2 WATER --on 2026-02-01 --meter C --reading 0",
      "read add G --on 2026-03-01 --reading 90000 --accept unusual",
      "read add C --on 2026-03-01 --reading 200 --accept unusual",
    ] { try bench.expect(line) }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  @Test("a meter's unit in other capitals than its service type's is asked about")
  func capitals() throws {
    let line = "meter add H --service WATER --dials 7 --unit gal"
    let refused = bench.run(line)
    #expect(refused.status == .refused, "\(refused)")
    #expect(refused.words.contains("differs from the unit GAL of"), "\(refused)")
    try bench.expect(line + " --accept unusual")
  }

  @Test("the water balance wants the unit of the supply, and counts it once")
  func balance() throws {
    let supplied = "water-balance --service WATER --from 2026-02-15 --supplied"
    let refused = bench.run("report \(supplied) 300000")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("use is recorded in CCF and GAL"), "\(refused)")
    let balance = try rows("\(supplied) 300000 --unit gal --fields line,quantity,unit,percent")
    #expect(balance.count == 8)
    #expect(balance[0] == "water supplied,300000,gal,100")
    #expect(balance[6] == "water losses,60389.61,gal,20")
    let exact = try rows("\(supplied) 401.5 --unit CCF --fields line,quantity,unit")
    #expect(exact[0] == "water supplied,401.5,CCF")
    #expect(bench.run("report \(supplied) 1.2345 --unit CCF").status == .usage)
    #expect(bench.run("report \(supplied) -1 --unit CCF").status == .usage)
    let energy = bench.run("report \(supplied) 300000 --unit kWh").words
    #expect(energy.contains("cannot be converted"), "\(energy)")
    #expect(
      energy.contains("use one of these with --unit: CCF, HCF, gal, kgal, m3"), "\(energy)")
  }

  @Test("a water balance of a period without use shows the supply")
  func withoutUse() throws {
    let balance = try rows(
      "water-balance --from 2025-11-01 --to 2025-11-30 --supplied 100 --fields line,quantity,percent"
    )
    #expect(balance.first == "water supplied,100,100")
    #expect(balance.contains("water losses,100,100"))
  }

  @Test("the largest users are ordered by what they used, whatever the unit")
  func top() throws {
    #expect(
      try rows("top-users --from 2026-02-15 --fields account,quantity,unit") == [
        "A2,200,CCF", "A1,90000,GAL",
      ])
    #expect(
      try rows(
        "top-users --from 2026-02-15 --unit gal --fields account,quantity,unit,recorded-unit")
        == ["A2,149610.39,gal,CCF", "A1,90000,gal,GAL"])
  }

  @Test("no bar is drawn beside those of another unit, and the way to one unit is named")
  func plot() throws {
    let drawn = try bench.expect("report top-users --from 2026-02-15 --plot").output
    let lines = drawn.split(separator: "\n").map(String.init)
    let longest = lines.filter { $0.contains("A1 ") || $0.contains("A2 ") }
    #expect(longest.count == 2, "\(drawn)")
    let bars = longest.map { $0.count { "█#".contains($0) } }
    #expect(bars.allSatisfy { $0 > 20 }, "each is the longest of its unit: \(drawn)")
  }
}
