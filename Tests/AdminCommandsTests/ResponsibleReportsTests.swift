import Testing

@testable import Values

/// Ana has account A1 and a user with a link to it. The day of the bench is 2026-03-10.
@Suite("Reports by who is responsible", .onBothEngines)
struct ResponsibleReportsTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
      "user register ana@example.com --first Ana --last Ortiz", "user activate ana@example.com",
      "link add ana@example.com A1 --cid 1",
    ] { try bench.expect(line) }
  }

  private func rows(_ line: String) throws -> [String] {
    try bench.rows("report \(line)")
  }

  @Test("another role of a customer is no move")
  func roles() throws {
    try bench.expect("account set A1 --cid 1 --role tenant --on 2026-03-01")
    #expect(try rows("moves --from 2026-02-15") == [])
    // The tenant stays.
    try bench.expect("account move A1 --cid 2 --on 2026-03-05 --leaving all --role owner")
    #expect(try rows("moves --from 2026-02-15 --fields on,moved,cid") == ["2026-03-05,in,2"])
    try bench.expect("account move A1 --cid 2 --on 2026-03-08 --leaving 1 --role tenant")
    #expect(
      try rows("moves --from 2026-02-15 --fields on,moved,cid") == [
        "2026-03-05,in,2", "2026-03-08,out,1",
      ])
  }

  @Test("aged balances of a route or cycle, of former customers, too")
  func places() throws {
    for line in [
      "location set L1 --route R1 --cycle C1",
      "location add L2 --address Elm --route R2 --cycle C1",
      "account open A2 --cid 2 --location L2 --on 2025-09-01",
      "bill add B1 A1 --on 2026-01-05 --due 2026-01-20 --amount 40",
      "bill add B2 A2 --on 2026-01-05 --due 2026-01-20 --amount 7",
      "account move A1 --cid 2 --on 2026-03-01 --keep yes",
    ] { try bench.expect(line) }
    let report = "aged-balances --fields account,cid,owed"
    #expect(try rows("\(report) --route R1") == ["A1,1,40.00"])
    #expect(try rows("\(report) --route R2 --cid 2") == ["A2,2,7.00"])
    #expect(try rows("\(report) --cycle C1") == ["A1,1,40.00", "A2,2,7.00"])
    #expect(try rows("\(report) --route R1 --cid 2") == [])
  }

  @Test("the user of a customer who has left does not count as one of the account")
  func links() throws {
    #expect(try rows("links-coverage --fields seen,unseen") == ["1,0"])
    try bench.expect("account move A1 --cid 2 --on 2026-03-10")
    #expect(try rows("links-coverage --fields seen,unseen") == ["0,1"])
  }
}
