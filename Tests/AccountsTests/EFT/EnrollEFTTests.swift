import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

extension Office {
  /// The small city, with a key for bank accounts.
  static func bank(on day: String = "2026-03-10") throws -> Office {
    let office = try smallCity(on: day)
    office.store.bankKey = BankKey(Vault(key: [UInt8](repeating: 7, count: 32)))
    return office
  }

  func enroll(_ more: [String: String] = [:]) throws {
    try run(EnrollEFT.self, Self.enrollment.merging(more) { $1 })
  }

  static let enrollment = [
    "account": "500", "routing": "021000021", "bank-account": "123456789",
  ]

  func enrollment(_ account: String = "500") throws -> Row<EFTEnrollment> {
    try store.books().enrollment(of: AccountNumber(account))
  }

  func eftState(_ account: String = "500") throws -> EFTState {
    try enrollment(account)[EFTEnrollment.state]
  }
}

@Suite("Enrolling for automatic payments", .onBothEngines)
struct EnrollEFTTests {
  @Test("the number is nowhere in the store nor in what is said")
  func secret() throws {
    let office = try Office.bank()
    let done = try office.run(EnrollEFT.self, Office.enrollment)
    #expect(!done.effect.message.contains("123456789"))
    for table in EntityCatalogue.tables.map(\.name) + ["change_row", "change"] {
      try office.store.each(sql: "SELECT * FROM \(table)") { row in
        for index in 0..<row.count {
          #expect(!row.datum(index).description.contains("123456789"))
        }
        return true
      }
    }
    #expect(try office.enrollment()[EFTEnrollment.lastFour] == "6789")
  }

  @Test("the same details again change nothing; other details go to the bank again")
  func again() throws {
    let office = try Office.bank()
    try office.enroll()
    #expect(try office.run(EnrollEFT.self, Office.enrollment).isUnchanged)
    try office.enroll(["bank-account": "987654321"])
    #expect(try office.enrollment()[EFTEnrollment.lastFour] == "4321")
    #expect(try office.eftState() == .prenotePending)
    let count = try office.store.number("SELECT count(*) FROM eft_enrollment")
    #expect(count == 1)
  }

  @Test("with two persons, who entered it cannot confirm it")
  func twoPersons() throws {
    let office = try Office.bank()
    try office.run(SetSetting.self, ["name": "eft.two-persons", "value": "yes"])
    try office.enroll()
    #expect(try office.eftState() == .entered)
    #expect(office.refusal(ConfirmEFT.self, ["account": "500"])?.code == .notPermitted)
    let change = try office.store(of: "kim").beginChange(
      Author(operatorName: "kim", host: "desk", command: "test"))
    try change.perform(try Office.operation(ConfirmEFT.self, ["account": "500"]))
    try change.commit()
    #expect(try office.eftState() == .prenotePending)
    #expect(try office.enrollment()[EFTEnrollment.confirmedBy] == "kim")
    // A change waits again.
    try office.run(SetEFT.self, ["account": "500", "type": "savings"])
    #expect(try office.eftState() == .entered)
  }

  @Test("hold, release and cancel")
  func hold() throws {
    let office = try Office.bank()
    try office.enroll()
    try office.run(HoldEFT.self, ["account": "500", "reason": "disputed"])
    #expect(try office.eftState() == .onHold)
    try office.run(ReleaseEFT.self, ["account": "500"])
    #expect(try office.eftState() == .prenotePending)
    try office.run(CancelEFT.self, ["account": "500", "reason": "wish"])
    #expect(office.refusal(HoldEFT.self, ["account": "500", "reason": "x"])?.code == .notActive)
    try office.enroll()
    #expect(try office.eftState() == .prenotePending)
  }

  @Test("they end with the account, and with its responsible customer")
  func ends() throws {
    let closed = try Office.bank()
    try closed.enroll()
    try closed.run(CloseAccount.self, ["account": "500", "on": "2026-03-20"])
    #expect(try closed.enrollment()[EFTEnrollment.endsOn]?.description == "2026-03-20")
    #expect(try closed.eftState() == .prenotePending)
    try closed.turn(to: "2026-03-20")
    #expect(try !closed.enrollment().isInForce(on: closed.store.today))

    let moved = try Office.bank()
    try moved.enroll()
    try moved.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-03-05"])
    #expect(try moved.eftState() == .cancelled)

    let left = try Office.bank()
    try left.enroll()
    try left.run(SetAccount.self, ["account": "500", "cid": "1", "until": "2026-03-10"])
    #expect(try left.eftState() == .cancelled)
  }

  @Test("a check finds those that outlived the customer's responsibility")
  func outlived() throws {
    let office = try Office.bank()
    try office.enroll()
    try office.store.connection.script(
      "UPDATE account_customer SET to_on = '2026-03-01' WHERE account = '500'")
    var found: [CheckRule] = []
    _ = try office.store.check { found.append($0.rule) }
    #expect(found.contains(.eftOutlives))
  }

  @Test("a closing that moves takes the payments' end along")
  func closingMoves() throws {
    let office = try Office.bank()
    try office.enroll()
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-03-20"])
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-04-20"])
    #expect(try office.enrollment()[EFTEnrollment.endsOn]?.description == "2026-04-20")
  }

  @Test("an account for which nobody answers is refused")
  func nobody() throws {
    let office = try Office.bank()
    try office.run(SetAccount.self, ["account": "500", "cid": "1", "until": "2026-02-01"])
    #expect(office.refusal(EnrollEFT.self, Office.enrollment)?.code == .notActive)
    let other = Office.enrollment.merging(["account": "700"]) { $1 }
    #expect(office.refusal(EnrollEFT.self, other)?.code == .notFound)
  }
}
