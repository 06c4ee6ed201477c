import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// A bill that two customers owe, after lines were added to it.
@Suite("Split bills", .onBothEngines)
struct SplitBillTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func add(_ amount: String, to last: String) throws {
    try office.run(
      AddBill.self,
      [
        "bill": "B1", "account": "500", "amount": amount, "on": "2026-03-01",
        "from": "2026-02-01", "to": last,
      ])
  }

  @Test("a payment that names the bill pays the parts in their order, also after lines were added")
  func order() throws {
    try office.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-02-15"])
    try add("28", to: "2026-02-28")
    try add("3", to: "2026-02-14")
    try add("5", to: "2026-02-03")
    #expect(try office.store.balances(of: "500") == "1: 22.00, 2: 14.00")
    try office.run(
      PostPayment.self, ["account": "500", "amount": "25", "bill": "B1", "on": "2026-03-02"])
    #expect(try office.store.balances(of: "500") == "2: 11.00")
    #expect(try office.store.findings() == [])
  }
}
