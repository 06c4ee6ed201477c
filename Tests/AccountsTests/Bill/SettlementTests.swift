import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Who owes what, when customers move and payments are applied, reversed, moved and undone.
@Suite("Who owes a bill", .onBothEngines)
struct SettlementTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func bill(
    _ bill: String, _ amount: String, _ more: [String: String] = [:], account: String = "500"
  ) throws {
    try office.run(
      AddBill.self,
      ["bill": bill, "account": account, "amount": amount, "on": "2026-03-01"].merging(more) { $1 })
  }

  private func pay(_ amount: String, _ more: [String: String] = [:]) throws {
    try office.run(
      PostPayment.self, ["account": "500", "amount": amount].merging(more) { $1 })
  }

  private func move(to cid: String, on day: String, _ more: [String: String] = [:]) throws {
    try office.run(
      MoveAccount.self, ["account": "500", "cid": cid, "on": day].merging(more) { $1 })
  }

  /// `1: 30.00, 2: 14.00`: what each customer owes of account 500.
  private func owed() throws -> String {
    try office.store.balances(of: "500")
  }

  @Test("a newcomer owes nothing of the predecessor's bills, and pays none of them")
  func newcomer() throws {
    try bill("B1", "30", ["from": "2026-02-01", "to": "2026-02-28"])
    try move(to: "2", on: "2026-03-05")
    #expect(try owed() == "1: 30.00")
    try pay("50")
    #expect(try owed() == "1: 30.00, 2: -50.00")
    try bill("B2", "20", ["on": "2026-03-09", "from": "2026-03-05", "to": "2026-03-08"])
    #expect(try owed() == "1: 30.00, 2: -30.00")
    try pay("30", ["cid": "1"])
    #expect(try owed() == "2: -30.00")
  }

  @Test("a bill over the move is split by its days, to the cent")
  func split() throws {
    try bill("B1", "31.01", ["from": "2026-02-20", "to": "2026-03-01"])
    try bill("B2", "10.00", ["from": "2026-03-01", "to": "2026-03-03"])
    try move(to: "2", on: "2026-03-02")
    #expect(try owed() == "1: 34.34, 2: 6.67")
    #expect(try office.store.findings() == [])
  }

  @Test("a payment that names a bill pays it, whoever owes it")
  func named() throws {
    try bill("B1", "30", ["from": "2026-02-01", "to": "2026-02-28"])
    try move(to: "2", on: "2026-03-05")
    try pay("30", ["bill": "B1"])
    #expect(try owed() == "")
  }

  @Test("who moves in later is not drafted for the predecessor's bill; a payer is for the holder's")
  func drafted() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "3", "role": "payer", "on": "2026-02-01"])
    try move(to: "2", on: "2026-03-20")
    func debtor(_ cid: String, _ day: String) throws -> String {
      var row = Row<EFTEnrollment>()
      row[EFTEnrollment.account] = try AccountNumber("500")
      row[EFTEnrollment.cid] = try CustomerID(cid)
      return try office.store.books().debtor(of: row, on: CivilDate(day)).text
    }
    #expect(try debtor("2", "2026-03-15") == "2")
    #expect(try debtor("2", "2026-03-25") == "2")
    #expect(try debtor("1", "2026-03-25") == "1")
    #expect(try debtor("3", "2026-03-15") == "1")
    #expect(try debtor("3", "2026-03-25") == "2")
  }

  @Test("customers who hold an account together owe its bills together")
  func together() throws {
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "owner", "on": "2026-02-01"])
    try bill("B1", "30", ["from": "2026-02-01", "to": "2026-02-28"])
    #expect(try owed() == "1: 30.00")
    try office.run(SetAccount.self, ["account": "500", "cid": "1", "until": "2026-03-05"])
    #expect(try owed() == "2: 30.00")
  }

  @Test("the last posted day of a bill is that of the last payment applied to it")
  func lastPosted() throws {
    try bill("B1", "30")
    try bill("B2", "20", ["on": "2026-03-02"])
    try pay("30", ["on": "2026-03-03"])
    try pay("5", ["on": "2026-03-08"])
    #expect(
      try office.store.billLines() == ["B1 30.00 0.00 2026-03-03", "B2 5.00 15.00 2026-03-08"])
  }

  @Test("a payment that is moved pays the other account as if it had been posted there")
  func movedPayment() throws {
    try office.openSecond()
    try bill("B1", "30")
    try bill("B2", "20", account: "600")
    try pay("20", ["reference": "77"])
    try office.run(MovePayment.self, ["payment": "1", "to": "600", "reason": "wrong account"])
    #expect(try owed() == "1: 30.00")
    #expect(try office.store.balances(of: "600") == "")
    #expect(try office.store.findings() == [])
  }

  @Test("a bill that is voided is not owed from that day on, and its payment is credit")
  func voided() throws {
    try bill("B1", "30")
    try pay("30")
    try office.run(VoidBill.self, ["bill": "B1", "reason": "billed twice"])
    #expect(try owed() == "1: -30.00")
    #expect(try office.store.billLines() == [])
    let more = office.refusal(
      AddBill.self, ["bill": "B1", "account": "500", "amount": "5"])
    #expect(more?.code == .closed)
  }

  @Test(
    "what was paid of a bill that is voided pays what is due first, and a voided credit opens what it paid"
  )
  func voidedAndApplied() throws {
    try bill("B1", "30")
    try bill("B2", "25", ["due": "2026-04-20"])
    try pay("30", ["on": "2026-03-05"])
    #expect(try owed() == "1: 25.00")
    try office.run(VoidBill.self, ["bill": "B1", "reason": "billed twice"])
    #expect(try office.store.billLines() == ["B2 25.00 0.00 2026-03-05"])
    #expect(try owed() == "1: -5.00")
    try bill("B3", "-12", ["on": "2026-03-06"])
    try bill("B4", "20", ["on": "2026-03-07"])
    #expect(try owed() == "1: 3.00")
    try office.run(VoidBill.self, ["bill": "B3", "reason": "wrong credit"])
    #expect(try owed() == "1: 15.00")
    #expect(try office.store.findings() == [])
  }

  @Test("what is owed can go along to the customer's next account")
  func transferred() throws {
    try bill("B1", "30", ["from": "2026-02-01", "to": "2026-02-28"])
    try office.run(
      OpenAccount.self, ["account": "600", "cid": "1", "location": "B", "on": "2026-03-01"])
    try move(to: "2", on: "2026-03-05", ["transfer-balance": "600"])
    #expect(try owed() == "")
    #expect(try office.store.balances(of: "600") == "1: 30.00")
    let stranger = office.refusal(
      MoveAccount.self,
      ["account": "500", "cid": "3", "on": "2026-03-08", "transfer-balance": "600"])
    #expect(stranger?.field == "transfer-balance")
  }

  @Test(
    "no order of bills, payments, reversals, moves, transfers, merges, voids and undo loses a cent",
    arguments: UInt64(1)...12)
  func anyOrder(seed: UInt64) throws {
    var desk = try SettlementDesk(office: office, seed: seed)
    for _ in 0..<5 {
      try desk.work(steps: 12)
      #expect(try office.store.findings() == [])
      try desk.check()
    }
  }
}

extension Store {
  /// `1: 30.00, 2: 14.00`, without those who owe nothing.
  func balances(of account: String) throws -> String {
    var parts: [String] = []
    for cid in ["1", "2", "3"] {
      let balance = try books().balance(
        of: try CustomerID(cid), on: try AccountNumber(account))
      if balance != .zero { parts.append("\(cid): \(balance)") }
    }
    return parts.joined(separator: ", ")
  }

  /// `B1 30.00 0.00 2026-03-03`: paid, open, last posted.
  fileprivate func billLines() throws -> [String] {
    let ledger = Ledger(asOf: today, of: try AccountNumber("500"), dialect: dialect).bills
    var lines: [String] = []
    try each(
      sql: "SELECT bill, paid, open, last_posted FROM \(ledger.sql) b ORDER BY bill",
      ledger.arguments
    ) { row in
      lines.append(
        "\(row.datum(0)) \(Money(units: row.integer(1))) \(Money(units: row.integer(2))) "
          + "\(row.datum(3))")
      return true
    }
    return lines
  }
}
