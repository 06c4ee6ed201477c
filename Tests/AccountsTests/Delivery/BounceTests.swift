import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Bounces", .onBothEngines)
struct BounceTests {
  let desk: DeliveryDesk
  private static let address = "a@example.com"

  init() throws {
    desk = try DeliveryDesk()
    try desk.linkUsers()
    try desk.set("email", ["email": Self.address, "on": "2026-03-01"])
  }

  private func bounce(_ day: String, _ cells: [String: String] = [:]) throws -> Performed {
    try desk.bounce(["account": "500", "on": day].merging(cells) { $1 })
  }

  @Test("the third reverts to mail, with a notice to those who answer for the account")
  func third() throws {
    for day in ["2026-03-02", "2026-03-03"] { _ = try bounce(day) }
    #expect(try desk.ways() == ["email a@example.com"])
    let last = try bounce("2026-03-04")
    #expect(last.effect.message.hasSuffix("bills go by mail starting 2026-03-10"))
    #expect(try desk.ways() == ["mail"])
    #expect(try desk.letters() == ["new@example.com", "new@example.com"])
    let body = try #require(try desk.office.column("SELECT body FROM outbox_message").last)
    #expect(body.contains("E-mail that we sent to a@example.com for account 500 was returned"))
  }

  @Test("the same address, day and code again changes nothing, before and after bills go by mail")
  func again() throws {
    #expect(try !bounce("2026-03-02", ["code": "4.2.2"]).isUnchanged)
    #expect(try bounce("2026-03-02", ["code": "4.2.2"]).isUnchanged)
    #expect(try !bounce("2026-03-02", ["code": "4.3.0"]).isUnchanged)
    #expect(try !bounce("2026-03-10", ["code": "4.2.2"]).isUnchanged)
    #expect(try desk.ways() == ["mail"])
    for day in ["2026-03-02", "2026-03-10"] {
      #expect(try bounce(day, ["code": "4.2.2"]).isUnchanged)
      #expect(try desk.bounce(["email": Self.address, "on": day, "code": "4.2.2"]).isUnchanged)
    }
  }

  @Test("a hard bounce counts as all, unless bounces never count")
  func hard() throws {
    try desk.office.run(SetSetting.self, ["name": "delivery.max-bounces", "value": "0"])
    _ = try bounce("2026-03-02", ["type": "hard"])
    #expect(try desk.ways() == ["email a@example.com"])
    try desk.office.run(SetSetting.self, ["name": "delivery.max-bounces", "value": "9"])
    _ = try bounce("2026-03-03", ["type": "hard"])
    #expect(try desk.ways() == ["mail"])
  }

  @Test("bounces count since the preference began")
  func counted() throws {
    for day in ["2026-03-02", "2026-03-03"] { _ = try bounce(day) }
    try desk.set("mail")
    let done = try desk.set("email", ["email": Self.address])
    #expect(done.effect.notices.contains { $0.contains("bounced before, last on 2026-03-03") })
    let message = try bounce("2026-03-10").effect.message
    #expect(message.contains("soft bounce 1 of a•••@example.com"))
    #expect(try desk.ways() == ["email a@example.com"])
  }

  @Test("a late bounce of an address that was given up leaves the new one alone")
  func late() throws {
    try desk.set("email", ["email": "b@example.com"])
    for day in ["2026-03-07", "2026-03-08", "2026-03-09"] { _ = try bounce(day) }
    #expect(try desk.ways() == ["email b@example.com"])
    #expect(try desk.bounce(["email": Self.address]).isUnchanged)
  }

  @Test("what is chosen for later stays")
  func pending() throws {
    try desk.set("email", ["email": "b@example.com", "on": "2026-04-01"])
    _ = try bounce("2026-03-02", ["type": "hard"])
    #expect(try desk.method(on: "2026-03-31") == .mail)
    #expect(try desk.method(on: "2026-04-01") == .email)
  }

  @Test("an address counts for every account whose bills go there")
  func severalAccounts() throws {
    try desk.office.openSecond()
    try desk.office.run(
      SetDelivery.self,
      ["account": "600", "method": "both", "email": Self.address, "on": "2026-03-01"])
    let done = try desk.bounce(
      ["email": "A@EXAMPLE.COM", "on": "2026-03-02", "type": "hard"])
    #expect(done.effect.notices == ["no user is linked to account 600, so nobody is notified"])
    #expect(try desk.ways("500", "600") == ["mail", "mail"])
  }

  @Test("what cannot be a bounce is refused with words")
  func refused() throws {
    func refusal(_ cells: [String: String]) -> RejectionCode? {
      desk.office.refusal(RecordBounce.self, cells)?.code
    }
    #expect(refusal([:]) == .required)
    #expect(refusal(["account": "500", "on": "2026-03-11"]) == .outOfRange)
    #expect(refusal(["account": "500", "on": "2026-02-28"]) == .notFound)
    #expect(refusal(["email": "who@example.com"]) == .notFound)
    #expect(refusal(["account": "999"]) == .notFound)
  }
}
