import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("A merge that is undone and redone", .onBothEngines)
struct MergedAgainTests {
  private let office: Office
  /// The undo of the merge of customer 1 into customer 3.
  private let undone: Int64

  init() throws {
    office = try Office.smallCity()
    try office.run(MergeCustomer.self, ["cid": "1", "into": "3"])
    undone = try office.lastChange() + 1
    try office.store.undo(change: undone - 1, author: author)
  }

  private func redo() throws { try office.store.undo(change: undone, author: author) }

  private func errors() throws -> [String] { try office.store.findings() }

  @Test("takes along what the customer had")
  func same() throws {
    try redo()
    #expect(try office.answers() == ["3 owner 2026-01-01.."])
    #expect(try errors() == [])
  }

  @Test(
    "is refused if the customer has got something since, and the customer is merged again",
    arguments: ["an account", "a bill", "a payment"])
  func since(what: String) throws {
    try office.run(
      OpenAccount.self, ["account": "600", "cid": "1", "location": "B", "on": "2026-03-01"])
    switch what {
    case "an account": break
    case "a bill":
      try office.run(
        AddBill.self, ["bill": "B1", "account": "500", "amount": "30", "on": "2026-03-01"])
      try office.run(
        MoveAccount.self,
        ["account": "500", "cid": "2", "on": "2026-03-05", "transfer-balance": "600"])
    default:
      try office.run(PostPayment.self, ["account": "500", "amount": "5", "cid": "1"])
    }
    let before = try office.store.dump()
    let refused = #expect(throws: Rejection.self) { try redo() }
    #expect(refused?.code == .movedSince)
    #expect(try office.store.dump() == before)
    try office.run(MergeCustomer.self, ["cid": "1", "into": "3"])
    #expect(try errors() == [])
  }

  @Test("a merged customer who has something anyway is found")
  func found() throws {
    try redo()
    try office.store.connection.script("UPDATE account_customer SET cid = '1'")
    #expect(
      try errors().contains(
        "customer 1: merged into 3, and still has accounts, bills, payments or links"))
  }
}
