import Accounts
import Testing

@testable import AdminCommands

/// A list that is narrowed to what does not exist is no empty list.
@Suite("Filters of lists", .onBothEngines)
struct ListFilterTests {
  @Test("a route, cycle, account, customer or service type that is not there ends with 4")
  func unknown() throws {
    let bench = try CommandBench()
    try bench.expect("location add L1 --address Main --route R01 --cycle C1")
    for line in [
      "location list --route", "delivery list --route", "bill list --route",
      "report consumption --route",
    ] {
      let refused = bench.run(line + " R99")
      #expect(refused.status == .notFound, "\(line): \(refused)")
      #expect(refused.words.contains("no location with the route R99, expected one of R01"))
      #expect(bench.run(line + " R01").status == .done)
    }
    for line in ["location list --cycle", "delivery list --cycle"] {
      #expect(bench.run(line + " C9").status == .notFound)
      #expect(bench.run(line + " C1").status == .done)
    }
    for line in [
      "report aged-balances --account 77", "report aged-balances --cid 77",
      "report consumption --service GAS", "service list --service GAS", "meter list --account 77",
      "request list --account 77", "eft list --account 77", "link list --account 77",
    ] {
      #expect(bench.run(line).status == .notFound, "\(line): \(bench.run(line))")
    }
  }
}
