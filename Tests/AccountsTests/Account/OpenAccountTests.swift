import Accounts
import Testing

@testable import Rules
@testable import Values

@Suite("Opening an account", .onBothEngines)
struct OpenAccountTests {
  let office: Office

  init() throws { office = try Office.smallCity() }

  private func cells(_ more: [String: String]) -> [String: String] {
    ["account": "500", "cid": "1", "location": "A", "on": "2026-01-01"].merging(more) { $1 }
  }

  @Test("it stands at its location, and the customer answers for it as owner")
  func open() throws {
    #expect(try office.account() == "A 2026-01-01..")
    #expect(try office.answers() == ["1 owner 2026-01-01.."])
  }

  @Test("without a number the next free one is given out")
  func nextFree() throws {
    var cells = cells(["location": "B", "role": "tenant"])
    cells["account"] = nil
    let first = try office.run(OpenAccount.self, cells)
    #expect(first.effect.newKey == "2000001")
    #expect(
      first.effect.message == "account 2000001 opened on 2026-01-01 for customer 1 at location B")
    #expect(try office.answers("2000001") == ["1 tenant 2026-01-01.."])
    #expect(try office.run(OpenAccount.self, cells).effect.newKey == "2000002")
  }

  @Test("the same account again changes nothing, whatever has happened since")
  func again() throws {
    let again = try office.run(OpenAccount.self, cells([:]))
    #expect(again.isUnchanged)
    #expect(again.effect.message == "account 500 is unchanged: open since 2026-01-01")
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-02-01"])
    let closed = try office.run(OpenAccount.self, cells([:]))
    #expect(closed.isUnchanged)
    #expect(closed.effect.message == "account 500 is unchanged: closed as of 2026-02-01")
  }

  @Test("a number in use at another location is a duplicate that names it")
  func otherLocation() {
    #expect(
      office.refusal(OpenAccount.self, cells(["location": "B"]))
        == Rejection(
          .duplicate, field: "account",
          found: "account 500 at location A, open since 2026-01-01",
          expected: "an account number that is not in use",
          remedy: "use another account number, or leave it out"))
  }

  @Test("an open account is not opened for another customer")
  func otherCustomer() {
    let refusal = office.refusal(OpenAccount.self, cells(["cid": "2", "on": "2026-02-01"]))
    #expect(refusal?.code == .duplicate)
    #expect(
      refusal?.remedy
        == "use `account move` when a customer moves in, `account set` to add a "
        + "responsible customer, or leave the account number out")
  }

  @Test("a closed account is opened again for the next customer, on its last day or later")
  func reopen() throws {
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-02-01"])
    let refusal = office.refusal(OpenAccount.self, cells(["cid": "2", "on": "2026-01-31"]))
    #expect(
      refusal
        == Rejection(
          .dateOrder, field: "on",
          found: "2026-01-31; account 500 is closed as of 2026-02-01",
          expected: "2026-02-01 or later", remedy: ""))
    let opened = try office.run(OpenAccount.self, cells(["cid": "2", "on": "2026-02-01"]))
    #expect(
      opened.effect.message
        == "account 500, closed since 2026-02-01, reopened on 2026-02-01 for customer 2")
    #expect(try office.account() == "A 2026-01-01..")
    #expect(
      try office.answers() == ["1 owner 2026-01-01..2026-02-01", "2 owner 2026-02-01.."])
  }

  @Test("a second open account at a location is fine, with a word about the first")
  func second() throws {
    let second = try office.run(OpenAccount.self, cells(["account": "501", "cid": "2"]))
    #expect(
      second.effect.notices == ["location A also has account 500, open since 2026-01-01"])
    try office.run(CloseAccount.self, ["account": "500", "on": "2026-02-01"])
    let third = try office.run(
      OpenAccount.self, cells(["account": "502", "cid": "2", "on": "2026-02-01"]))
    #expect(
      third.effect.notices == ["location A also has account 501, open since 2026-01-01"])
  }

  @Test(
    "what is not there is refused",
    arguments: [("cid", "9", "no customer 9"), ("location", "Z", "no location Z")])
  func missing(field: String, word: String, found: String) {
    let refusal = office.refusal(OpenAccount.self, cells(["account": "501", field: word]))
    #expect(refusal?.code == .notFound)
    #expect(refusal?.field == field)
    #expect(refusal?.found == found)
  }

  @Test("a merged customer opens no account")
  func merged() throws {
    try office.run(MergeCustomer.self, ["cid": "3", "into": "2"])
    let refusal = office.refusal(OpenAccount.self, cells(["account": "501", "cid": "3"]))
    #expect(refusal?.code == .closed)
    #expect(refusal?.remedy == "use 2")
  }
}
