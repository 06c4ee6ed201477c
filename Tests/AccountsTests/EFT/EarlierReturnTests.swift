import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Returns that come again, and drafts that were presented again", .onBothEngines)
struct EarlierReturnTests {
  /// Takes entries in by one file; answers what was said of each.
  private func take(
    _ codes: [String], _ trace: String, on day: String, in office: Office
  ) throws -> [Performed] {
    let file = try ReturnFile(ReturnSample(items: codes.map { (trace, $0, nil) }).text.utf8)
    let change = try office.store.beginChange(author)
    let performed = try file.items.map {
      try change.perform(RecordReturn($0, on: CivilDate(day)))
    }
    try change.commit()
    return performed
  }

  private func payments(_ office: Office) throws -> String {
    let standing = try office.store.number(
      "SELECT count(*) FROM payment WHERE reversed_on IS NULL")
    return "\(standing) of \(try office.store.number("SELECT count(*) FROM payment"))"
  }

  @Test(
    "a return that was dishonored on its own day is not taken again", arguments: ["R01", "R02"])
  func sameDay(_ code: String) throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    _ = try take([code], trace, on: "2026-03-13", in: office)
    _ = try take(["R61"], trace, on: "2026-03-13", in: office)
    #expect(try payments(office) == "1 of 2")
    let before = try office.store.dump()
    for again in [code, "R61", code] {
      let done = try take([again], trace, on: "2026-03-13", in: office)
      #expect(done.map(\.isUnchanged) == [true], "\(again)")
    }
    // The clerk names another day for the same file.
    let later = try take([code], trace, on: "2026-03-16", in: office)
    #expect(later.map(\.isUnchanged) == [true])
    #expect(try office.store.dump() == before)
  }

  @Test("a file with a return, its dishonor and that contested changes nothing the second time")
  func joined() throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    let codes = ["R02", "R61", "R73"]
    let done = try take(codes, trace, on: "2026-03-13", in: office)
    #expect(done.map(\.isUnchanged) == [false, false, false])
    let notices: [String] = done.flatMap { $0.effect.notices }
    #expect(!notices.contains { $0.contains("since the return") })
    #expect(try payments(office) == "0 of 2")
    let before = try office.store.dump()
    let again = try take(codes, trace, on: "2026-03-13", in: office)
    #expect(again.map(\.isUnchanged) == [true, true, true])
    #expect(try office.store.dump() == before)
  }

  /// The draft was returned by change `returned`, and file 3 has drafted the same again.
  private func presentedAgain() throws -> (office: Office, trace: String, returned: Int64) {
    let (office, trace) = try ReturnMatchTests.drafted()
    _ = try take(["R01"], trace, on: "2026-03-13", in: office)
    let returned = try office.lastChange()
    try office.turn(to: "2026-03-16")
    #expect(try office.export(on: "2026-03-16") != nil)
    return (office, trace, returned)
  }

  @Test("a return that does not count is reported if the draft was presented again meanwhile")
  func restored() throws {
    let (office, trace, _) = try presentedAgain()
    let done = try #require(try take(["R61"], trace, on: "2026-03-16", in: office).first)
    #expect(
      done.effect.notices == [
        "file 3 has drafted 41.80 again since the return (payment 2), and both count now: refund the "
          + "customer, or undo the export if that file was not sent"
      ])
    #expect(try payments(office) == "2 of 3")
    // Where nothing was drafted since, nothing is said.
    let other = try ReturnMatchTests.drafted()
    _ = try take(["R01"], other.trace, on: "2026-03-13", in: other.office)
    let quiet = try take(["R61"], other.trace, on: "2026-03-16", in: other.office)
    #expect(quiet.flatMap(\.effect.notices) == [])
  }

  @Test("the undo of a return asks if the draft was presented again since")
  func undone() throws {
    let (office, _, returned) = try presentedAgain()
    let before = try office.store.dump()
    let stop = #expect(throws: IrrevocableEffects.self) {
      try office.store.undo(change: returned, author: author)
    }
    #expect(
      stop?.words == [
        "payment 1 of 41.80 counts again, and file 3 has drafted 41.80 since (payment 2): the same "
          + "money is paid twice"
      ])
    #expect(try office.store.dump() == before)
    let done = try office.store.undo(change: returned, author: author, leavesOutside: true)
    #expect(done.outside.drafts.count == 1)
    #expect(try payments(office) == "2 of 2")
    // Without a draft since, it does not ask.
    let other = try ReturnMatchTests.drafted()
    _ = try take(["R01"], other.trace, on: "2026-03-13", in: other.office)
    try other.office.store.undo(change: other.office.lastChange(), author: author)
    #expect(try payments(other.office) == "1 of 1")
  }

  @Test("the undo of a bill asks if a file for the bank has drafted it")
  func draftedBill() throws {
    let (office, _) = try ReturnMatchTests.drafted()
    let added = try office.store.number(
      "SELECT change FROM change_row WHERE table_name = 'bill' AND row_key = 'B1'")
    let stop = #expect(throws: IrrevocableEffects.self) {
      try office.store.undo(change: added, author: author)
    }
    #expect(
      stop?.words == [
        "file 2 has drafted bill B1 (payment 1 of 41.80); the draft cannot be recalled, and its "
          + "money pays other bills or becomes credit"
      ])
    try office.store.undo(change: added, author: author, leavesOutside: true)
    try office.run(
      AddBill.self,
      ["bill": "B2", "account": "500", "on": "2026-03-12", "due": "2026-04-12", "amount": "9"])
    try office.run(VoidBill.self, ["bill": "B2", "reason": "wrong"])
    let voided = try office.lastChange()
    try office.store.undo(change: voided, author: author)
  }

  @Test(
    "corrected bank details that are not in their places are refused, and nothing changes",
    arguments: [
      ("C01", "0062270356 37"), ("C01", "123456789012345678"), ("C01", " 987654321"),
      ("C02", "0110000159"), ("C03", "0110000151234567890"), ("C03", "011000015  987654321"),
      ("C05", "37 1"), ("C06", "987654321 37"), ("C07", "011000015 987654321 37"),
    ])
  func misplaced(_ code: String, _ corrected: String) throws {
    let (office, trace) = try ReturnMatchTests.drafted()
    let before = try office.store.dump()
    let item = try #require(
      try ReturnFile(ReturnSample(items: [(trace, code, corrected)]).text.utf8).items.first)
    let change = try office.store.beginChange(author)
    defer { change.rollback() }
    let stop = #expect(throws: RuleError.self) {
      try change.perform(RecordReturn(item, on: CivilDate("2026-03-13")))
    }
    guard case .rejected(let rejection) = stop else {
      Issue.record("no rejection")
      return
    }
    #expect(rejection.field == "corrected data")
    #expect(rejection.remedy.contains("`eft enroll 500`"))
    #expect(!(rejection.found + rejection.expected).contains("98765"))
    change.rollback()
    #expect(try office.store.dump() == before)
  }

  @Test("an enrollment that was changed since is named by its account and the last four digits")
  func named() throws {
    let office = try Office.bank(on: "2026-03-02")
    try office.enroll()
    let first = try office.lastChange()
    try office.enroll(["bank-account": "555555555"])
    let refused = #expect(throws: Rejection.self) {
      try office.store.undo(change: first, author: author)
    }
    #expect(refused?.found.contains("enrollment 1 of account 500, which was changed") == true)
    #expect(refused?.found.contains("(last four is now “5555”)") == true, "\(refused?.found ?? "")")
  }
}
