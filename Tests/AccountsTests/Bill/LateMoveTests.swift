import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Customer 1 left account 500 on 2026-03-05, which is entered on 2026-03-10: bills and payments of the
/// days between are on record.
@Suite("Moves that are entered late", .onBothEngines)
struct LateMoveTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  func bill(_ bill: String, _ amount: String, on day: String, from: String, to: String) throws {
    try office.run(
      AddBill.self,
      ["bill": bill, "account": "500", "amount": amount, "on": day, "from": from, "to": to])
  }

  func pay(_ amount: String, on day: String, _ more: [String: String] = [:]) throws {
    try office.run(
      PostPayment.self, ["account": "500", "amount": amount, "on": day].merging(more) { $1 })
  }

  func move(_ more: [String: String] = [:]) throws -> [String] {
    try office.run(
      MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-03-05"].merging(more) { $1 }
    ).effect.notices
  }

  private func nextAccount() throws {
    try office.run(
      OpenAccount.self, ["account": "600", "cid": "1", "location": "B", "on": "2026-03-01"])
  }

  func payer(_ payment: Int64 = 1) throws -> String? {
    try office.store.books().find(Payment.self, payment)?[Payment.cid]?.text
  }

  func owed(_ account: String = "500") throws -> String {
    try office.store.balances(of: account)
  }

  func errors() throws -> [String] { try office.store.findings() }

  @Test("only the leaving customer's share of a bill goes along to the next account")
  func transferred() throws {
    try nextAccount()
    try bill("B1", "30", on: "2026-03-10", from: "2026-02-10", to: "2026-03-09")
    let notices = try move(["transfer-balance": "600"])
    #expect(
      notices == [
        "24.64 that customer 1 owes is transferred to account 600 as bill T500-2026-03-05, "
          + "due 2026-03-31",
        "customer 2 owes 5.36 of this account's bills so far",
      ])
    #expect(try owed() == "2: 5.36")
    #expect(try owed("600") == "1: 24.64")
    #expect(try errors() == [])
  }

  @Test("a bill for days after the move is the newcomer's, whole")
  func later() throws {
    try nextAccount()
    try bill("B1", "30", on: "2026-03-09", from: "2026-03-06", to: "2026-03-08")
    #expect(
      try move(["transfer-balance": "600"]) == [
        "customer 1 owes nothing that could be transferred",
        "customer 2 owes 30.00 of this account's bills so far",
      ])
    #expect(try owed() == "2: 30.00")
    #expect(try owed("600") == "")
  }

  @Test("without a transfer, the share that stays is said")
  func stays() throws {
    try bill("B1", "30", on: "2026-03-10", from: "2026-02-10", to: "2026-03-09")
    #expect(
      try move(["keep": "yes"]).first
        == "customer 1 still owes 24.64, which stays with that customer")
    #expect(try owed() == "1: 24.64, 2: 5.36")
  }

  @Test("a bill that the leaving customer paid stays paid; undo takes that back")
  func paid() throws {
    try bill("B1", "30", on: "2026-03-02", from: "2026-02-01", to: "2026-02-28")
    try pay("30", on: "2026-03-07")
    #expect(
      try move() == [
        "payment 1 of 30.00 still counts for customer 1; if another customer paid it, reverse it, "
          + "then post it again with `payment post 500 --on DATE --amount AMOUNT --cid CID`"
      ])
    #expect(try payer() == "1")
    #expect(try owed() == "")
    #expect(try errors() == [])
    let last = try office.store.number("SELECT max(change) FROM change")
    try office.store.undo(
      change: last, author: Author(operatorName: "pat", host: "desk", command: "undo"))
    #expect(try payer() == nil)
    #expect(try owed() == "")
  }

  @Test("the leaving customer's credit stays with that customer")
  func credit() throws {
    try pay("12", on: "2026-03-09")
    try pay("5", on: "2026-03-10")
    #expect(
      try move() == [
        "payments 1, 2 of 17.00 in all still count for customer 1; if another customer paid it, reverse "
          + "it, then post it again with `payment post 500 --on DATE --amount AMOUNT --cid CID`",
        "customer 1 has a credit of 17.00, which stays with that customer",
      ])
    #expect(try owed() == "1: -17.00")
  }

  @Test("what paid more than the share of the leaving customer is that customer's credit")
  func overpaid() throws {
    try bill("B1", "28", on: "2026-03-10", from: "2026-02-10", to: "2026-03-09")
    try pay("28", on: "2026-03-10")
    _ = try move()
    #expect(try owed() == "1: -5.00, 2: 5.00")
  }

  @Test("a payment of a bill that is the newcomer's now counts for the newcomer")
  func passed() throws {
    try bill("B1", "20", on: "2026-03-08", from: "2026-03-05", to: "2026-03-07")
    try pay("20", on: "2026-03-09")
    #expect(
      try move() == [
        "payment 1 of 20.00 counts for customer 2 from now on, who owes what was paid"
      ])
    #expect(try payer() == nil)
    #expect(try owed() == "")
  }

  @Test(
    "a payment of a named customer stays that customer's, one from before the move is not touched")
  func named() throws {
    try pay("12", on: "2026-03-04")
    try pay("20", on: "2026-03-09", ["cid": "1"])
    #expect(
      try move() == ["customer 1 has a credit of 32.00, which stays with that customer"])
    #expect(try payer() == nil)
    #expect(try payer(2) == "1")
    #expect(try owed() == "1: -32.00")
  }

  @Test("a payment that was reversed before the move was entered counted for who left")
  func reversed() throws {
    try bill("B1", "30", on: "2026-03-02", from: "2026-02-01", to: "2026-02-28")
    try pay("30", on: "2026-03-07")
    try office.run(
      ReversePayment.self, ["payment": "1", "on": "2026-03-09", "reason": "bounced"])
    _ = try move()
    #expect(try payer() == "1")
    #expect(try owed() == "1: 30.00")
    #expect(try errors() == [])
  }

  @Test("a tenant who is added late does not take the owner's payments")
  func tenant() throws {
    try bill("B1", "30", on: "2026-03-02", from: "2026-02-01", to: "2026-02-28")
    try pay("30", on: "2026-03-07")
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "tenant", "on": "2026-03-05"])
    #expect(try payer() == "1")
    #expect(try owed() == "")
    #expect(try errors() == [])
  }

  @Test("nor does a customer for whom a closed account is opened again late")
  func reopened() throws {
    try bill("B1", "30", on: "2026-03-02", from: "2026-02-01", to: "2026-02-28")
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-03-03"])
    try pay("30", on: "2026-03-07")
    try office.run(
      OpenAccount.self, ["account": "500", "cid": "2", "location": "A", "on": "2026-03-05"])
    #expect(try payer() == "1")
    #expect(try owed() == "")
  }
}
