import Accounts
import TestEngines
import Testing

@testable import Ledger
@testable import Portal
@testable import Rules

@Suite("Letters about automatic payments", .onBothEngines)
struct EFTLetterTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    office.store.bankKey = BankKey(Vault(key: [UInt8](repeating: 7, count: 32)))
    try office.run(
      RegisterUser.self, ["email": "ana@example.com", "first": "Ana", "last": "Ortiz"])
    try office.run(ActivateUser.self, ["email": "ana@example.com"])
    try office.run(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
  }

  private func letters() throws -> [String] {
    var found: [String] = []
    try office.store.each(
      sql: "SELECT body FROM outbox_message WHERE kind = 'eft' ORDER BY outbox_message"
    ) { row in
      found.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    return found
  }

  private let details = ["account": "500", "routing": "021000021", "bank-account": "123456789"]

  @Test("a linked user is told of every change of state, and never the whole bank account")
  func states() throws {
    try office.run(EnrollEFT.self, details)
    try office.run(HoldEFT.self, ["account": "500", "reason": "asked"])
    try office.run(ReleaseEFT.self, ["account": "500"])
    try office.run(CancelEFT.self, ["account": "500", "reason": "asked"])
    let letters = try letters()
    #expect(letters.count == 4)
    for (letter, words) in zip(
      letters, ["with your bank first", "on hold", "with your bank first", "have ended"])
    {
      #expect(letter.hasPrefix("Dear Ana,"))
      #expect(letter.contains(words), "\(letter)")
      #expect(letter.contains("6789") && !letter.contains("12345"))
    }
  }

  @Test("what changes nothing is told to nobody")
  func unchanged() throws {
    try office.run(EnrollEFT.self, details)
    try office.run(EnrollEFT.self, details)
    #expect(try letters().count == 1)
  }

  @Test("the end that comes with the account's closing is told of")
  func closing() throws {
    try office.run(EnrollEFT.self, details)
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-04-01"])
    #expect(try letters().last?.contains("end on 2026-04-01") == true)
  }

  @Test("who stays or moves in is told nothing of the bank account of a customer who left")
  func newcomer() throws {
    try office.run(EnrollEFT.self, details)
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "payer", "on": "2026-03-01"])
    try office.run(RegisterUser.self, ["email": "bo@example.com", "first": "Bo", "last": "Lund"])
    try office.run(ActivateUser.self, ["email": "bo@example.com"])
    try office.run(AddLink.self, ["email": "bo@example.com", "account": "500", "cid": "2"])
    try office.store.connection.script(
      "UPDATE account_customer SET to_on = '2026-03-05' WHERE cid = '1'")
    try office.run(HoldEFT.self, ["account": "500", "reason": "asked"])
    #expect(try letters().count == 1)
  }

  @Test("who becomes responsible after the enrollment, besides the owner, gets no letter")
  func later() throws {
    try office.run(EnrollEFT.self, details)
    try office.store.connection.script("UPDATE eft_enrollment SET entered_on = '2026-02-01'")
    try office.run(
      SetAccount.self, ["account": "500", "cid": "2", "role": "payer", "on": "2026-03-01"])
    try office.run(RegisterUser.self, ["email": "bo@example.com", "first": "Bo", "last": "Lund"])
    try office.run(ActivateUser.self, ["email": "bo@example.com"])
    try office.run(AddLink.self, ["email": "bo@example.com", "account": "500", "cid": "2"])
    try office.run(HoldEFT.self, ["account": "500", "reason": "asked"])
    let letters = try letters()
    #expect(letters.count == 2 && letters.allSatisfy { $0.hasPrefix("Dear Ana,") }, "\(letters)")
  }

  @Test("who no longer answers for the account is told nothing")
  func movedOut() throws {
    try office.run(EnrollEFT.self, details)
    try office.store.connection.script("UPDATE account_customer SET to_on = '2026-03-01'")
    try office.run(HoldEFT.self, ["account": "500", "reason": "asked"])
    #expect(try letters().count == 1)
  }
}
