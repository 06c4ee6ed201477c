import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

@Suite("Bill delivery", .onBothEngines)
struct SetDeliveryTests {
  let desk: DeliveryDesk

  init() throws { desk = try DeliveryDesk() }

  @Test("email needs an address: the one given, or the one in force")
  func address() throws {
    let refused = try #require(desk.refusal(["method": "email"]))
    #expect(refused.code == .required)
    #expect(refused.field == "email")
    #expect(desk.refusal(["method": "mail", "email": "a@example.com"])?.code == .contradictory)
    try desk.set("email", ["email": "Ana@Example.com"])
    try desk.set("both")
    #expect(try desk.ways() == ["both ana@example.com"])
  }

  @Test("an address that was given up is not taken again without a word")
  func givenUp() throws {
    try desk.set("email", ["email": "ana@example.com", "on": "2026-03-01"])
    try desk.set("mail")
    let refused = try #require(desk.refusal(["method": "email"]))
    #expect(refused.field == "email")
    #expect(refused.found.contains("a•••@example.com was replaced on 2026-03-10"))
    try desk.set("email", ["email": "ana@example.com"])
    #expect(try desk.ways() == ["email ana@example.com"])
  }

  @Test("by default it is the customer's or the linked user's, with a note")
  func found() throws {
    try desk.linkUsers()
    let user = try desk.set("email")
    #expect(try desk.ways() == ["email new@example.com"])
    #expect(user.effect.notices.contains("the address is that of the linked user"))
    try desk.set("mail")
    try desk.office.run(SetCustomer.self, ["cid": "3", "email": "Three@example.com"])
    let customer = try desk.set("email")
    #expect(try desk.ways() == ["email three@example.com"])
    #expect(customer.effect.notices.contains("the address is that of customer 3"))
  }

  @Test("a bouncing address is passed over, whosever it is")
  func bouncing() throws {
    try desk.linkUsers()
    try desk.office.run(SetCustomer.self, ["cid": "3", "email": "three@example.com"])
    try desk.set("email", ["on": "2026-03-01"])
    try desk.bounce(["account": "500", "on": "2026-03-10", "type": "hard"])
    #expect(try desk.ways() == ["mail"])
    try desk.set("email")
    #expect(try desk.ways() == ["email new@example.com"])
  }

  @Test("what holds already is unchanged, and mail without any row holds")
  func already() throws {
    #expect(try desk.set("mail").isUnchanged)
    try desk.set("email", ["email": "a@example.com"])
    #expect(try desk.set("email").isUnchanged)
    #expect(try desk.set("email", ["email": "A@example.com"]).isUnchanged)
    #expect(try !desk.set("email", ["email": "b@example.com"]).isUnchanged)
  }

  @Test("a day ahead is pending until it comes")
  func pending() throws {
    try desk.set("email", ["email": "a@example.com", "on": "2026-04-01"])
    #expect(try desk.method(on: "2026-03-31") == .mail)
    #expect(try desk.method(on: "2026-04-01") == .email)
  }

  @Test("a later word withdraws what was pending, even where nothing else changes")
  func withdrawn() throws {
    try desk.set("email", ["email": "a@example.com", "on": "2026-04-01"])
    let done = try desk.set("mail")
    #expect(!done.isUnchanged)
    #expect(done.effect.notices.contains { $0.contains("is withdrawn") })
    #expect(try desk.method(on: "2026-05-01") == .mail)
    #expect(try desk.set("mail").isUnchanged)
  }

  @Test("what is already history is not written over")
  func past() throws {
    try desk.set("email", ["email": "a@example.com", "on": "2026-03-01"])
    #expect(desk.refusal(["method": "mail", "on": "2026-02-15"])?.code == .dateOrder)
    #expect(desk.refusal(["method": "mail", "on": "2025-12-31"])?.code == .dateOrder)
    try desk.office.run(CloseAccount.self, ["account": "500", "on": "2026-03-05"])
    #expect(desk.refusal(["method": "mail"])?.code == .closed)
  }

  @Test("a change is undone as a whole")
  func undone() throws {
    try desk.set("email", ["email": "a@example.com"])
    try desk.set("mail", ["on": "2026-04-01"])
    let last = try #require(try desk.office.column("SELECT max(change) FROM change").first)
    try desk.office.store.undo(change: try #require(Int64(last)), author: author)
    #expect(try desk.method(on: "2026-04-01") == .email)
  }

  @Test("linked users responsible today are notified, and nobody else")
  func told() throws {
    try desk.linkUsers()
    try desk.set("email", ["email": "bills@example.com"])
    #expect(try desk.letters() == ["new@example.com"])
    let body = try #require(try desk.office.column("SELECT body FROM outbox_message").last)
    #expect(body.contains("by e-mail to bills@example.com"))
  }

  @Test("who moves in gets bills by mail, not at the other's address")
  func move() throws {
    try desk.set("email", ["email": "a@example.com", "on": "2026-03-01"])
    try desk.set("both", ["on": "2026-06-01"])
    let done = try desk.office.run(
      MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-04-01"])
    #expect(done.effect.notices.contains { $0.contains("from 2026-04-01 on, they go by mail") })
    #expect(try desk.method(on: "2026-03-31") == .email)
    #expect(try desk.method(on: "2026-04-01") == .mail)
    #expect(try desk.method(on: "2026-06-01") == .mail)
  }

  @Test("a shut-off notice goes on paper where the setting says so")
  func shutOff() throws {
    try desk.set("email", ["email": "a@example.com"])
    let account = try AccountNumber("500")
    let day = desk.office.store.today
    func way() throws -> DeliveryMethod {
      try desk.office.store.books().deliveryMethod(for: account, shutOff: true, on: day)
    }
    #expect(try way() == .mail)
    try desk.office.run(
      SetSetting.self, ["name": "delivery.shut-off-on-paper", "value": "no"])
    #expect(try way() == .email)
    try desk.set("both")
    #expect(try way() == .both)
  }
}

/// An office that sets the delivery of account 500.
struct DeliveryDesk {
  let office: Office

  init() throws { office = try Office.smallCity() }

  @discardableResult
  func set(_ method: String, _ cells: [String: String] = [:]) throws -> Performed {
    try office.run(
      SetDelivery.self, ["account": "500", "method": method].merging(cells) { $1 })
  }

  func refusal(_ cells: [String: String]) -> Rejection? {
    office.refusal(SetDelivery.self, ["account": "500"].merging(cells) { $1 })
  }

  @discardableResult
  func bounce(_ cells: [String: String]) throws -> Performed {
    try office.run(RecordBounce.self, cells)
  }

  func method(on day: String) throws -> DeliveryMethod {
    try office.store.books().deliveryMethod(for: AccountNumber("500"), on: CivilDate(day))
  }

  /// `email a@example.com`: what holds today.
  func ways(_ accounts: String...) throws -> [String] {
    try (accounts.isEmpty ? ["500"] : accounts).map { account in
      let row = try office.store.books().delivery(
        of: AccountNumber(account), on: office.store.today)
      return (row?[DeliveryPreference.method].rawValue ?? "none")
        + (row?[DeliveryPreference.email].map { " \($0)" } ?? "")
    }
  }

  /// Customer 3 has moved in where customer 1 lived; both have a user who is linked.
  func linkUsers() throws {
    try office.run(MoveAccount.self, ["account": "500", "cid": "3", "on": "2026-02-01"])
    for (name, cid) in [("old", "1"), ("new", "3")] {
      let email = "\(name)@example.com"
      try office.run(
        RegisterUser.self, ["email": email, "first": name, "last": "Ortiz", "mail": "no"])
      try office.run(AddLink.self, ["email": email, "account": "500", "cid": cid])
    }
  }

  /// Whom letters about delivery went to.
  func letters() throws -> [String] {
    try office.column(
      "SELECT recipient FROM outbox_message WHERE kind = 'delivery' ORDER BY outbox_message")
  }
}
