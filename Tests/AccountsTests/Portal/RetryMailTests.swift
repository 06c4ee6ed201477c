import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Rules

@Suite("Mails that have failed", .onBothEngines)
struct RetryMailTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.run(
      RegisterUser.self, ["email": "ana@example.com", "first": "Ana", "last": "Ortiz"])
    try office.run(ActivateUser.self, ["email": "ana@example.com"])
    try office.run(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
    try office.run(
      SetDelivery.self, ["account": "500", "method": "email", "email": "bills@example.com"])
  }

  private func mail(_ kind: LetterKind) throws -> Row<OutboxMessage> {
    let id = try office.store.number(
      "SELECT outbox_message FROM outbox_message WHERE kind = '\(kind.rawValue)'")
    return try #require(try office.store.books().find(OutboxMessage.self, id))
  }

  private func fail(_ kind: LetterKind) throws -> String {
    let row = try mail(kind)
    try office.store.change(by: author) { change in
      try change.perform(SendMail(.claim(row)))
      try change.perform(SendMail(.record(row[OutboxMessage.id], .refused("no such mailbox"))))
      return .commit(())
    }
    return "\(row[OutboxMessage.id])"
  }

  @Test("one without a secret keeps its text, and waits again")
  func again() throws {
    let id = try fail(.delivery)
    #expect(try mail(.delivery)[OutboxMessage.status] == .failed)
    #expect(try mail(.delivery)[OutboxMessage.body] != nil)
    try office.run(RetryMail.self, ["mail": id])
    let row = try mail(.delivery)
    #expect(row[OutboxMessage.status] == .waiting && row[OutboxMessage.attempts] == 0)
    #expect(row[OutboxMessage.failure] == nil)
    #expect(try office.run(RetryMail.self, ["mail": id]).isUnchanged)
  }

  @Test("one with a link is emptied, and the refusal names the command for a new one")
  func secret() throws {
    let id = try fail(.activation)
    #expect(try mail(.activation)[OutboxMessage.body] == nil)
    let refused = try #require(office.refusal(RetryMail.self, ["mail": id]))
    #expect(refused.remedy == "send a new one with `user resend ana@example.com`")
    #expect(office.refusal(RetryMail.self, ["mail": "999"])?.code == .notFound)
  }
}
