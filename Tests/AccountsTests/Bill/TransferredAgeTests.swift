import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Customer 1 has left account 500 on 2026-03-05 and owed 20.00, 40.00 and 25.00, due on three days.
@Suite("The age of a transferred balance", .onBothEngines)
struct TransferredAgeTests {
  private let office: Office
  private let name = "T500-2026-03-05"
  private let notices: [String]

  init() throws {
    office = try Office.smallCity()
    for (bill, amount, on, due) in [
      ("B1", "30", "2026-01-05", "2026-01-20"), ("B2", "40", "2026-02-05", "2026-02-20"),
      ("B3", "25", "2026-03-02", "2026-03-28"),
    ] {
      try office.run(
        AddBill.self, ["bill": bill, "account": "500", "amount": amount, "on": on, "due": due])
    }
    try office.run(PostPayment.self, ["account": "500", "amount": "10", "on": "2026-02-10"])
    try office.run(
      OpenAccount.self, ["account": "600", "cid": "1", "location": "B", "on": "2026-03-01"])
    notices = try office.run(
      MoveAccount.self,
      ["account": "500", "cid": "2", "on": "2026-03-05", "transfer-balance": "600"]
    ).effect.notices
  }

  /// `B1 due 2026-01-20: 30.00`, of those that are not void.
  private func bills(_ account: String) throws -> [String] {
    try office.store.books().rows(Bill.ofAccount, AccountNumber(account))
      .filter { $0[Bill.voidedOn] == nil && $0[Bill.total] > .zero }
      .map { "\($0[Bill.bill]) due \($0[Bill.dueOn]): \($0[Bill.total])" }
  }

  private func owed(_ account: String) throws -> String {
    try office.store.balances(of: account)
  }

  private func errors() throws -> [String] { try office.store.findings() }

  @Test("is that of what went along: a bill for each day on which it was due")
  func dueDays() throws {
    #expect(
      try bills("600") == [
        "\(name) due 2026-03-28: 25.00", "\(name)-2 due 2026-01-20: 20.00",
        "\(name)-3 due 2026-02-20: 40.00",
      ])
    #expect(
      notices == [
        "85.00 that customer 1 owes is transferred to account 600 as bills "
          + "\(name)-2 of 20.00, due 2026-01-20; \(name)-3 of 40.00, due 2026-02-20; "
          + "\(name) of 25.00, due 2026-03-28"
      ])
    #expect(try owed("500") == "")
    #expect(try owed("600") == "1: 85.00")
    #expect(try errors() == [])
  }

  @Test(
    "makes no difference to the void, which is of the whole",
    arguments: ["", "-OUT", "-3", "-2-OUT"])
  func voided(ending: String) throws {
    let effect = try office.run(VoidBill.self, ["bill": name + ending, "reason": "wrong"]).effect
    #expect(
      effect.message
        == "bill \(name)\(ending) and 5 other bills voided, which transferred 85.00 from "
        + "account 500 to account 600")
    #expect(
      effect.moneyNotices == [
        "85.00 is owed on account 500 again; payments on bills \(name)-2, \(name)-3, \(name) go to account "
          + "600's other bills or become credit"
      ])
    #expect(try owed("500") == "1: 85.00")
    #expect(try owed("600") == "")
    #expect(try errors() == [])
    let change = try office.lastChange()
    try office.store.undo(change: change, author: author)
    #expect(try owed("500") == "")
    #expect(try bills("600").count == 3)
    #expect(try errors() == [])
  }

  @Test("says of each bill which one it went along as")
  func parts() throws {
    for (bill, part) in [("B1", "20.00 of bill B1"), ("B2", "40.00 of bill B2")] {
      let ending = bill == "B1" ? "-2" : "-3"
      let effect = try office.run(VoidBill.self, ["bill": bill, "reason": "wrong"]).effect
      #expect(
        effect.moneyNotices.first?.hasPrefix(
          "\(part) was transferred to account 600 as bill \(name)\(ending) and") == true,
        "\(effect.moneyNotices)")
      try office.store.undo(change: office.lastChange(), author: author, leavesOutside: true)
    }
  }

  @Test("goes along once more, and back with the undo of the moves")
  func again() throws {
    let first = try office.lastChange()
    try office.run(
      OpenAccount.self, ["account": "700", "cid": "1", "location": "A", "on": "2026-03-01"])
    try office.run(
      MoveAccount.self,
      ["account": "600", "cid": "3", "on": "2026-03-08", "transfer-balance": "700"])
    #expect(
      try bills("700") == [
        "T600-2026-03-08 due 2026-03-28: 25.00", "T600-2026-03-08-2 due 2026-01-20: 20.00",
        "T600-2026-03-08-3 due 2026-02-20: 40.00",
      ])
    try office.store.undo(change: office.lastChange(), author: author)
    #expect(try owed("600") == "1: 85.00")
    try office.store.undo(change: first, author: author)
    #expect(try owed("500") == "1: 85.00")
    #expect(try bills("600") == [])
    #expect(try errors() == [])
  }

  @Test("ten days and more are numbered so that their text is in order")
  func numbers() throws {
    let account = try AccountNumber("500")
    let day = try CivilDate("2026-03-05")
    let names = TransferredBalance.numbers(of: account, on: day, count: 12)
      .map(TransferredBalance.givingNumber)
    #expect(names == names.sorted())
    #expect(names.first == "\(name)-02-OUT")
    #expect(names.last == "\(name)-OUT")
    #expect(TransferredBalance.numbers(of: account, on: day, count: 1) == [name])
  }
}
