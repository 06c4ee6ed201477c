import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Values

@Suite("What staff do for portal users", .onBothEngines)
struct UserOperationTests {
  let office: Office

  init() throws {
    office = try Office(on: "2026-05-04")
    try office.run(
      RegisterUser.self, ["email": "Ana.Ortiz@Example.com", "first": "Ana", "last": "Ortiz"])
  }

  private func user(_ email: String = "ana.ortiz@example.com") throws -> Row<User> {
    try office.store.userRow(EmailAddress(email))
  }

  private func letters() throws -> [String] {
    var found: [String] = []
    try office.store.each(
      sql: "SELECT kind, recipient, body FROM outbox_message ORDER BY outbox_message"
    ) { row in
      found.append((0..<3).map { "\(row.datum($0))" }.joined(separator: "|"))
      return true
    }
    return found
  }

  private func openTokens() throws -> [String] {
    var found: [String] = []
    try office.store.each(
      sql: "SELECT purpose FROM token WHERE voided_at IS NULL AND used_at IS NULL ORDER BY token"
    ) { row in
      found.append("\(row.datum(0))")
      return true
    }
    return found
  }

  @discardableResult
  private func run<O: Accounts.Operation>(_ type: O.Type, _ more: [String: String] = [:]) throws
    -> Performed
  {
    try office.run(type, ["email": "ana.ortiz@example.com"].merging(more) { $1 })
  }

  @Test("registering posts an activation mail with a link whose hash alone is stored")
  func register() throws {
    #expect(try user()[User.status] == .provisioned)
    #expect(try openTokens() == ["activation"])
    let letter = try #require(try letters().first)
    #expect(letter.hasPrefix("activation|ana.ortiz@example.com|"))
    let word = try #require(letter.split(separator: "token=").last?.prefix(43))
    var hash = ""
    try office.store.each(sql: "SELECT hash FROM token") { row in
      hash = "\(row.datum(0))"
      return false
    }
    #expect(hash == PortalSecret(token: String(word)).hash.text)
    #expect(!hash.contains(word))
  }

  @Test("the journal holds neither links nor hashes")
  func journal() throws {
    try run(ActivateUser.self)
    try run(ResetPassword.self)
    var journal = ""
    try office.store.each(sql: "SELECT before, after FROM change_row") { row in
      journal += "\(row.datum(0)) \(row.datum(1))\n"
      return true
    }
    for letter in try letters() {
      let word = try #require(letter.split(separator: "token=").last?.prefix(43))
      #expect(!journal.contains(word))
      #expect(!journal.contains(PortalSecret(token: String(word)).hash.text))
    }
  }

  @Test("registering the same user again changes nothing; another of that address is refused")
  func again() throws {
    let cells = ["email": "ana.ortiz@example.com", "first": "Ana", "last": "Ortiz"]
    #expect(try office.run(RegisterUser.self, cells).isUnchanged)
    let rejection = office.refusal(
      RegisterUser.self, cells.merging(["first": "Bea"]) { $1 })
    #expect(rejection?.code == .duplicate)
  }

  @Test("a new activation mail makes the old link worthless")
  func resend() throws {
    try run(ResendActivation.self)
    #expect(try openTokens() == ["activation"])
    #expect(try letters().count == 2)
  }

  @Test("staff's lock ends sessions, names staff, and unlocking keeps the password")
  func lock() throws {
    try run(ActivateUser.self)
    try run(LockUser.self, ["reason": "asked by phone"])
    #expect(try user()[User.status] == .lockedOut)
    #expect(try user()[User.lockedBy] == .staff)
    #expect(try run(LockUser.self).isUnchanged)
    try run(UnlockUser.self)
    #expect(try user()[User.status] == .active)
    #expect(try user()[User.lockedBy] == nil)
    #expect(try openTokens() == [])
  }

  @Test("a reset moves to recovery and mails a link")
  func reset() throws {
    try run(ActivateUser.self)
    try run(ResetPassword.self)
    #expect(try user()[User.status] == .recovery)
    #expect(try openTokens() == ["recovery"])
    #expect(try letters().last?.hasPrefix("recovery|") == true)
  }

  @Test("what a status forbids is refused with what can be done instead")
  func forbidden() throws {
    try run(ActivateUser.self)
    try run(SuspendUser.self)
    let rejection = try #require(
      office.refusal(ResetPassword.self, ["email": "ana.ortiz@example.com"]))
    #expect(rejection.code == .wrongStatus)
    #expect(rejection.found.contains("suspended"))
    #expect(rejection.remedy.contains("`user unsuspend`"))
  }

  @Test("a new address waits until it is proved")
  func newAddress() throws {
    try run(ActivateUser.self)
    try run(SetUser.self, ["new-email": "Ana@Example.org", "last": "Ortega"])
    #expect(try user()[User.newEmail]?.text == "ana@example.org")
    #expect(try user()[User.lastName].text == "Ortega")
    #expect(try letters().last?.hasPrefix("email|ana@example.org|") == true)
    #expect(try openTokens() == ["email"])
  }

  @Test("undo of a registration takes user, token and mail back; its redo brings the user alone")
  func undo() throws {
    let author = Author(operatorName: "pat", host: "desk", command: "test")
    let undone = try office.store.undo(change: 1, author: author)
    #expect(undone.rows == 3)
    #expect(try letters() == [])
    let number = try #require(undone.change)
    let redone = try office.store.undo(change: number, author: author)
    #expect(redone.rows == 1)
    #expect(redone.secretsGone == 2)
    #expect(try letters() == [])
    #expect(try openTokens() == [])
    #expect(try office.store.undo(change: 1, author: author).rows == 1)
  }
}
