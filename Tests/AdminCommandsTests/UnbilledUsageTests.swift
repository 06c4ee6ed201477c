import Testing

/// Accounts A1 to A3 with a meter each, M1 to M3.
@Suite("report consumption --basis billed", .onBothEngines)
struct UnbilledUsageTests {
  private func lines(_ bench: CommandBench, _ words: String) throws -> [String] {
    try bench.rows("report consumption --basis billed \(words)")
  }

  @Test("bills without services take in what was read since the previous one, and credits nothing")
  func withoutServices() throws {
    let bench = try ConsumptionBasisTests.office()
    for line in [
      "read add M1 --on 2025-12-10 --reading 1000", "read add M1 --on 2026-01-09 --reading 1300",
      "read add M1 --on 2026-02-08 --reading 1500", "read add M1 --on 2026-03-08 --reading 1600",
      "bill add B1 A1 --on 2026-01-12 --from 2025-12-10 --to 2026-01-08 --amount 9",
      "bill add B2 A1 --on 2026-02-10 --amount 9", "bill add C1 A1 --on 2026-03-09 --amount=-5",
    ] { try bench.expect(line) }
    let words = "--by month --fields month,quantity,unbilled"
    #expect(
      try lines(bench, words) == [
        "2025-12,1000,1000", "2026-01,300,0", "2026-02,200,0", "2026-03,100,100",
      ])
  }

  @Test("a service on a bill that is void, or of a later day, leaves other bills as they are")
  func voidedService() throws {
    let bench = try ConsumptionBasisTests.office()
    for line in [
      "read add M1 --on 2026-01-09 --reading 300", "bill add B1 A1 --on 2026-01-12 --amount 9",
      "bill add B2 A1 --on 2026-03-02 --service WATER --from 2026-03-01 --to 2026-03-01 --amount 1",
    ] { try bench.expect(line) }
    let words = "--by month --fields month,quantity,unbilled"
    #expect(try lines(bench, words) == ["2026-01,300,300"])
    #expect(try lines(bench, "\(words) --as-of 2026-03-01") == ["2026-01,300,0"])
    try bench.expect("bill void B2 --reason mistake --yes")
    #expect(try lines(bench, words) == ["2026-01,300,0"])
  }

  @Test("neither bill of a transferred balance takes usage in")
  func transferred() throws {
    let bench = try ConsumptionBasisTests.office()
    for line in [
      "customer add 2 --name Bo", "read add M1 --on 2026-01-09 --reading 300",
      "read add M2 --on 2026-02-08 --reading 200", "bill add B1 A1 --on 2026-01-12 --amount 9",
      "account move A1 --cid 2 --on 2026-03-05 --reading 350 --transfer-balance A2",
    ] { try bench.expect(line) }
    #expect(
      try lines(
        bench, "--by account,month --fields account,month,quantity,unbilled") == [
          "A1,2026-01,300,0", "A1,2026-03,50,50", "A2,2026-02,200,200",
        ])
  }
}
