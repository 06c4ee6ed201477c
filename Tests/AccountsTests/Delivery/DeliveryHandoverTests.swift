import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

/// Customer 2 moves in on 2026-04-01, and the move is on record when delivery is chosen. Today is 2026-03-10.
@Suite("Bill delivery before a move that is on record", .onBothEngines)
struct DeliveryHandoverTests {
  let desk: DeliveryDesk

  init() throws {
    desk = try DeliveryDesk()
    try desk.office.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-04-01"])
  }

  private func address(on day: String) throws -> String? {
    try desk.office.store.books().delivery(of: AccountNumber("500"), on: CivilDate(day))?[
      DeliveryPreference.email]?.text
  }

  private func addUser(_ name: String, _ cid: String) throws {
    let email = "\(name)@example.com"
    try desk.office.run(
      RegisterUser.self, ["email": email, "first": name, "last": "Ortiz", "mail": "no"])
    try desk.office.run(AddLink.self, ["email": email, "account": "500", "cid": cid])
  }

  @Test("a choice of today's customer ends when the next one moves in")
  func ends() throws {
    let done = try desk.set("email", ["email": "a@example.com"])
    #expect(done.effect.notices.contains { $0.contains("it ends on 2026-04-01") })
    #expect(try desk.method(on: "2026-03-31") == .email)
    #expect(try desk.method(on: "2026-04-01") == .mail)
    #expect(try desk.set("email").isUnchanged)
    try desk.set("email", ["email": "b@example.com", "on": "2026-03-20"])
    #expect(try address(on: "2026-03-31") == "b@example.com")
    #expect(try address(on: "2026-04-01") == nil)
  }

  @Test("a customer whose role changes has not left when another one joins")
  func roleChange() throws {
    let desk = try DeliveryDesk()
    for cells in [
      ["cid": "1", "until": "2026-04-01"],
      ["cid": "1", "role": "owner", "on": "2026-04-01"],
      ["cid": "2", "role": "tenant", "on": "2026-05-01"],
    ] {
      try desk.office.run(SetAccount.self, ["account": "500"].merging(cells) { $1 })
    }
    try desk.set("email", ["email": "a@example.com"])
    #expect(try desk.method(on: "2026-05-01") == .email)
  }

  @Test("it neither withdraws what the next customer has chosen nor takes that address")
  func next() throws {
    try desk.set("email", ["email": "next@example.com", "on": "2026-04-01"])
    #expect(desk.refusal(["method": "email"])?.field == "email")
    try desk.set("email", ["email": "a@example.com"])
    try desk.set("both")
    #expect(try address(on: "2026-03-31") == "a@example.com")
    #expect(try address(on: "2026-04-01") == "next@example.com")
    try desk.set("mail")
    #expect(try desk.method(on: "2026-03-31") == .mail)
    #expect(try address(on: "2026-04-01") == "next@example.com")
  }

  @Test("the letter goes to the users of the customer whose bills it is about")
  func told() throws {
    try addUser("old", "1")
    try addUser("new", "2")
    try desk.set("email", ["email": "next@example.com", "on": "2026-04-05"])
    #expect(try desk.letters() == ["new@example.com"])
    try desk.set("email", ["email": "a@example.com"])
    #expect(try desk.letters() == ["new@example.com", "old@example.com"])
  }

  @Test("by default the next customer's bills go to an address of that customer's user")
  func found() throws {
    try addUser("old", "1")
    try addUser("new", "2")
    try desk.set("email", ["email": "a@example.com"])
    try desk.set("email", ["on": "2026-04-05"])
    #expect(try address(on: "2026-04-05") == "new@example.com")
  }
}
