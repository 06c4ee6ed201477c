import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("What the bank returns is matched with what was sent", .onBothEngines)
struct ReturnMatchTests {
  /// 500 has drafted 41.80, and the bank has it.
  static func drafted() throws -> (office: Office, trace: String) {
    let office = try Office.sending()
    try office.enroll()
    try office.run(
      AddBill.self,
      ["bill": "B1", "account": "500", "on": "2026-02-20", "due": "2026-03-12", "amount": "41.80"])
    try office.export(on: "2026-03-02")
    try office.turn(to: "2026-03-12")
    let file = Lines(try office.export(on: "2026-03-12"))
    return (office, try #require(file.entries.first)[80...94])
  }

  @Test("what was sent in every field is taken back")
  func right() throws {
    let (office, trace) = try Self.drafted()
    try office.takeBack(trace, "R01", on: "2026-03-13")
    #expect(try office.sums(of: "500", on: CivilDate("2026-03-13")).balance.description == "41.80")
  }

  @Test(
    "another amount, company, bank, account or kind of one is refused with what differs",
    arguments: [
      ("amount", "1.00 for trace number", "41.80, as in file 2"),
      ("company ID", "1111111111", "1987654321"),
      ("routing number", "01100001", "02100002"), ("bank account", "•••1111", "•••6789"),
      ("individual ID", "501", "500"), ("transaction code", "36", "26 (checking)"),
    ])
  func differs(_ field: String, _ found: String, _ expected: String) throws {
    let (office, trace) = try Self.drafted()
    var sample = ReturnSample(items: [(trace, "R01", nil)])
    switch field {
    case "amount": sample.cents = 100
    case "company ID": sample.company = "1111111111"
    case "routing number": sample.bank = "011000015"
    case "individual ID": sample.individualID = "501"
    case "transaction code": sample.transactionCode = "36"
    default: sample.account = "987651111"
    }
    let item = try #require(try ReturnFile(sample.text.utf8).items.first)
    let before = try office.store.dump()
    let change = try office.store.beginChange(author)
    defer { change.rollback() }
    #expect(try change.books.isOurs(item) == (field != "company ID"))
    let stop = #expect(throws: RuleError.self) {
      try change.perform(RecordReturn(item, on: CivilDate("2026-03-13")))
    }
    guard case .rejected(let rejection) = stop else {
      Issue.record("no rejection")
      return
    }
    #expect(rejection.field == field)
    #expect(rejection.found.hasPrefix(found), "\(rejection.found)")
    #expect(rejection.expected.hasPrefix(expected), "\(rejection.expected)")
    let said = rejection.found + rejection.expected + rejection.remedy
    #expect(!said.contains("987651111") && !said.contains("123456789"))
    change.rollback()
    #expect(try office.store.dump() == before)
  }

  @Test(
    "a correction of another account, or of the other kind of bank account, is refused",
    arguments: [("501", "26"), ("500", "36")])
  func correction(_ account: String, _ code: String) throws {
    let (office, trace) = try Self.drafted()
    let sample = ReturnSample(
      items: [(trace, "C01", "99887766")], individualID: account, transactionCode: code)
    let item = try #require(try ReturnFile(sample.text.utf8).items.first)
    let change = try office.store.beginChange(author)
    defer { change.rollback() }
    #expect(throws: RuleError.self) {
      try change.perform(RecordReturn(item, on: CivilDate("2026-03-13")))
    }
  }

  @Test(
    "an individual ID that the bank left out or filled is no other account",
    arguments: ["", "000000000000000", "000000000000500", "            500"])
  func individualID(_ text: String) throws {
    let (office, trace) = try Self.drafted()
    let sample = ReturnSample(items: [(trace, "R02", nil)], individualID: text)
    let item = try #require(try ReturnFile(sample.text.utf8).items.first)
    let change = try office.store.beginChange(author)
    try change.perform(RecordReturn(item, on: CivilDate("2026-03-13")))
    try change.commit()
    #expect(try office.eftState() == .returned)
  }

  @Test("zeros, blanks and dashes around an account number do not make another of it")
  func filled() throws {
    let (office, trace) = try Self.drafted()
    let sample = ReturnSample(items: [(trace, "R02", nil)], account: "000012345-6789")
    let item = try #require(try ReturnFile(sample.text.utf8).items.first)
    let change = try office.store.beginChange(author)
    try change.perform(RecordReturn(item, on: CivilDate("2026-03-13")))
    try change.commit()
    #expect(try office.eftState() == .returned)
  }
}
