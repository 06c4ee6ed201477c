import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Customer 1 has left account 500 on 2026-03-05, and 30.00 that was still owed went along to account 600.
@Suite("A transferred balance", .onBothEngines)
struct TransferredBalanceTests {
  private let office: Office
  private let name = "T500-2026-03-05"

  init() throws {
    office = try Office.withTransferredBalance()
  }

  private func owed(_ account: String) throws -> String {
    try office.store.balances(of: account)
  }

  private func errors() throws -> [String] { try office.store.findings() }

  private func void(_ bill: String) throws -> Effect {
    try office.run(VoidBill.self, ["bill": bill, "reason": "wrong"]).effect
  }

  @Test("stays its customer's when a move of either account is entered late")
  func lateMove() throws {
    #expect(try owed("600") == "1: 30.00")
    try office.run(MoveAccount.self, ["account": "600", "cid": "3", "on": "2026-03-08"])
    #expect(try owed("600") == "1: 30.00")
    try office.run(
      SetAccount.self, ["account": "500", "cid": "3", "role": "tenant", "on": "2026-03-02"])
    #expect(try owed("500") == "")
    #expect(try errors() == [])
  }

  @Test("is voided as a whole: not owed twice, nor by nobody", arguments: ["", "-OUT"])
  func voided(half: String) throws {
    let effect = try void(name + half)
    #expect(
      effect.message.hasSuffix("voided, which transferred 30.00 from account 500 to account 600"))
    #expect(
      effect.moneyNotices == [
        "30.00 is owed on account 500 again; payments on bill \(name) go to account 600's other bills or "
          + "become credit"
      ])
    #expect(try owed("500") == "1: 30.00")
    #expect(try owed("600") == "")
    #expect(try errors() == [])
    #expect(try void(name).message.contains("is unchanged"))
  }

  @Test("is voided as a whole in an older store, too, which has no customer of it")
  func older() throws {
    try office.store.connection.script("UPDATE bill SET cid = NULL")
    _ = try void(name)
    #expect(try owed("500") == "1: 30.00")
    #expect(try owed("600") == "")
  }

  @Test("is named where a bill that it has paid is voided, with the way to take it back")
  func paid() throws {
    #expect(
      try void("B1").moneyNotices == [
        "30.00 of bill B1 was transferred to account 600 as bill \(name) and is still owed there; to take "
          + "the transfer back, run `bill void \(name) --reason REASON --accept unusual`"
      ])
    #expect(try owed("500") == "1: -30.00")
    #expect(try owed("600") == "1: 30.00")
    _ = try void(name)
    #expect(try owed("500") == "")
    #expect(try owed("600") == "")
    #expect(try errors() == [])
  }

  @Test("leaves out what a payment on record for a later day will pay, such as a draft at the bank")
  func laterPayment() throws {
    try office.run(
      OpenAccount.self, ["account": "700", "cid": "1", "location": "A", "on": "2026-03-01"])
    try office.run(
      AddBill.self, ["bill": "B2", "account": "600", "amount": "50", "on": "2026-03-02"])
    try office.run(
      PostPayment.self, ["account": "600", "amount": "40", "on": "2026-03-15", "cid": "1"])
    let notices = try office.run(
      MoveAccount.self,
      ["account": "600", "cid": "3", "on": "2026-03-09", "transfer-balance": "700"]
    ).effect.notices
    #expect(notices.contains { $0.hasPrefix("40.00 of what customer 1 owes is paid by payments") })
    #expect(try owed("700") == "1: 40.00")
    // Until that day.
    #expect(try owed("600") == "1: 40.00")
    #expect(try errors() == [])
  }

  @Test("is not less for a payment of a bill of a later day")
  func laterBill() throws {
    try office.run(
      AddBill.self, ["bill": "B2", "account": "500", "amount": "40", "on": "2026-03-06"])
    try office.run(
      AddBill.self, ["bill": "B3", "account": "500", "amount": "50", "on": "2026-04-02"])
    try office.run(
      PostPayment.self,
      ["account": "500", "bill": "B3", "amount": "50", "on": "2026-04-05"])
    try office.run(
      OpenAccount.self, ["account": "700", "cid": "2", "location": "B", "on": "2026-03-01"])
    try office.run(
      MoveAccount.self,
      ["account": "500", "cid": "3", "on": "2026-04-04", "transfer-balance": "700"])
    #expect(try owed("700") == "2: 40.00")
  }

  @Test("goes along when its customer is merged into another")
  func merged() throws {
    try office.run(MergeCustomer.self, ["cid": "1", "into": "3"])
    #expect(try owed("600") == "3: 30.00")
    #expect(try errors() == [])
  }
}
