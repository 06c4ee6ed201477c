import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// Change N adds bill B1 of 30.00, N + 2 transfers it from account 500 to account 600 as customer 1 moves.
@Suite("Undo of what was transferred", .onBothEngines)
struct TransferUndoTests {
  private let office: Office
  private let name = "T500-2026-03-05"
  private let added: Int64
  private let moved: Int64

  init() throws {
    office = try Office.withTransferredBalance()
    moved = try office.lastChange()
    added = moved - 2
  }

  private func undo(_ change: Int64, anyway: Bool = false) throws -> [String] {
    try office.store.undo(change: change, author: author, leavesOutside: anyway).outside.words
  }

  private func asked(_ change: Int64) -> [String]? {
    let asked = #expect(throws: IrrevocableEffects.self) { _ = try undo(change) }
    return asked?.words
  }

  private func owed(_ account: String) throws -> String {
    try office.store.balances(of: account)
  }

  @Test("a bill whose balance was transferred is asked about, with the way to correct it")
  func transferred() throws {
    let words = [
      "30.00 of bill B1 was transferred to account 600 as bill \(name) and is still owed there; to take "
        + "the transfer back, run `bill void \(name) --reason REASON --accept unusual`"
    ]
    #expect(asked(added) == words)
    #expect(try owed("600") == "1: 30.00")
    #expect(try undo(added, anyway: true) == words)
    #expect(try owed("500") == "1: -30.00")
    try office.run(VoidBill.self, ["bill": name, "reason": "B1 was wrong"])
    #expect(try owed("500") == "")
    #expect(try owed("600") == "")
  }

  @Test("a responsibility is asked about whose customer owes a transferred balance on the account")
  func abandoned() throws {
    try office.run(
      AddBill.self, ["bill": "B2", "account": "500", "amount": "40", "on": "2026-03-06"])
    try office.run(
      OpenAccount.self, ["account": "700", "cid": "3", "location": "B", "on": "2026-03-01"])
    try office.run(MoveAccount.self, ["account": "700", "cid": "2", "on": "2026-03-06"])
    let movedIn = try office.lastChange()
    try office.run(
      MoveAccount.self,
      ["account": "500", "cid": "1", "on": "2026-03-07", "transfer-balance": "700"])
    #expect(
      asked(movedIn) == [
        "customer 2 is no longer responsible for account 700, but owes bill T500-2026-03-07 there, a "
          + "transferred balance; to take the transfer back first, run "
          + "`bill void T500-2026-03-07 --reason REASON --accept unusual`"
      ])
    try office.run(VoidBill.self, ["bill": "T500-2026-03-07", "reason": "wrong"])
    #expect(try undo(movedIn) == [])
  }

  @Test(
    "nothing is asked once the transfer was taken back, and the undo of that brings both bills back"
  )
  func takenBack() throws {
    try office.run(VoidBill.self, ["bill": name, "reason": "wrong"])
    let voided = try office.lastChange()
    #expect(try owed("500") == "1: 30.00")
    try office.store.undo(change: voided, author: author)
    #expect(try owed("500") == "")
    #expect(try owed("600") == "1: 30.00")
    try office.run(VoidBill.self, ["bill": name + "-OUT", "reason": "wrong"])
    #expect(try undo(added) == [])
    #expect(try owed("500") == "")
  }

  @Test("a move whose transferred balance was paid is asked about, and one that was not is not")
  func paid() throws {
    try office.run(PostPayment.self, ["account": "600", "amount": "12", "on": "2026-03-08"])
    let payment = try office.lastChange()
    #expect(
      asked(moved) == [
        "12.00 was paid of bill \(name) and becomes credit on account 600, while account 500 owes the "
          + "balance again"
      ])
    try office.store.undo(change: payment, author: author)
    #expect(try undo(moved) == [])
    #expect(try owed("500") == "1: 30.00")
    #expect(try owed("600") == "")
  }
}
