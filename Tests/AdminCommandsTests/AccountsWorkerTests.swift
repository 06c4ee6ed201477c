import Accounts
import Testing

@testable import AdminCommands
@testable import Engines
@testable import Ledger

@Suite("A check in two threads", .onBothEngines)
struct AccountsWorkerTests {
  private let bench: CommandBench
  private let store: Store

  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("location add L1 --address Main")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2025-01-01")
    try bench.expect("bill add B1 --account A1 --amount 10 --on 2026-02-01")
    store = try Store.open(try StoreLocation(bench.store))
  }

  @Test("what the second thread finds is told with the rest")
  func tells() throws {
    let lane = try #require(try store.reading { AccountsWorker(beside: store) })
    _ = try lane.tell { _ in Issue.record("found something in a sound store") }
    try store.connection.script("UPDATE bill_share SET amount = amount + 1")
    #expect(
      bench.run("store check --csv --no-header").output.contains("error,settlement,account A1,"))
  }

  @Test("of very many findings the first are told and all are counted")
  func counts() throws {
    var found = WorkerFindings()
    for number in 1...250 {
      found.add(
        Finding(
          rule: .settlement, severity: .error, record: "account \(number)", what: "", remedy: ""))
    }
    var told: [Finding] = []
    let counted = CountedFindings { told.append($0) }
    try found.tell(counted.tell)
    try counted.finish()
    #expect(counted.errors == 250)
    #expect(told.count == 101)
    #expect(told.last?.what == "150 more findings of this kind, 250 in all")
  }

  @Test("a second thread does not look at a store that was written to in between")
  func written() throws {
    try store.reading {
      let before = try store.lastChange()
      try bench.expect("customer set 1 --phone 512-555-0101")
      #expect(try store.lastChange() == before)
      #expect(AccountsWorker(beside: store) == nil)
    }
  }
}
