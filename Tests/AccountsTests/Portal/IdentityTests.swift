import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Values

@Suite("Ways to sign in", .onBothEngines)
struct IdentityTests {
  private let ana: Citizen
  private let session: String

  init() throws {
    ana = try Citizen()
    session = try ana.session()
  }

  private func remove(_ provider: String, _ more: [String: String] = [:]) -> Rejection? {
    ana.refusal(
      RemoveIdentity.self, ["provider": provider, "session": session].merging(more) { $1 })
  }

  @Test("one who is signed in adds a provider, and signs in by it")
  func add() throws {
    #expect(try ana.signIn(by: "google", "g-1") != nil)
    #expect(ana.addIdentity("g-1", session) == nil)
    #expect(try ana.signIn(by: "google", "g-1") == nil)
    #expect(ana.addIdentity("g-1", session) == nil)
    #expect(try ana.identities() == ["password", "google"])
  }

  @Test("a provider's account signs in to one login at most")
  func taken() throws {
    #expect(ana.addIdentity("g-1", session) == nil)
    try ana.run(
      PortalRegister.self,
      ["email": "bo@example.com", "first": "Bo", "last": "Lund", "password": "seven red barns"])
    try ana.run(PortalActivate.self, ["token": try ana.lastLink()])
    let bo = try #require(
      try ana.run(SignIn.self, ["email": "bo@example.com", "password": "seven red barns"])
        .effect.newKey)
    let refused = ana.refusal(
      AddIdentity.self,
      [
        "provider": "google", "subject": "g-1", "email": "bo@example.com",
        "email-verified": "yes", "session": bo,
      ])
    #expect(refused?.code == .duplicate)
  }

  @Test("a provider's account that is used already is told by mail, not in the answer")
  func registeredAgain() throws {
    #expect(ana.addIdentity("g-1", session) == nil)
    let done = try ana.run(
      PortalRegister.self,
      [
        "email": "new@example.com", "first": "Ana", "last": "Ortiz", "provider": "google",
        "subject": "g-1", "email-verified": "yes",
      ])
    #expect(done.effect.isAlike)
    #expect(try ana.letters(to: "new@example.com") == ["registered_already"])
    #expect(try ana.office.column("SELECT email FROM portal_user") == [Citizen.email])
  }

  @Test("the citizen removes one, but never the last")
  func remove() throws {
    #expect(remove("password")?.code == .inUse)
    #expect(ana.addIdentity("g-1", session) == nil)
    #expect(remove("password") == nil)
    #expect(try ana.signIn()?.code == .signInFailed)
    #expect(ana.isOpen(session))
    #expect(remove("google")?.code == .inUse)
    #expect(remove("apple") == nil)
    #expect(try ana.identities() == ["google"])
  }

  @Test("of two accounts of one provider, the one that is named goes")
  func named() throws {
    for subject in ["g-1", "g-2"] { #expect(ana.addIdentity(subject, session) == nil) }
    #expect(remove("google")?.code == .ambiguous)
    #expect(remove("google", ["subject": "g-1"]) == nil)
    #expect(try ana.signIn(by: "google", "g-1") != nil)
    #expect(try ana.signIn(by: "google", "g-2") == nil)
  }

  @Test("staff remove one, even the last; its sessions end; an undo brings it back")
  func byStaff() throws {
    try ana.run(RemoveUserIdentity.self, ["email": Citizen.email, "provider": "google"])
    let done = try ana.run(
      RemoveUserIdentity.self, ["email": Citizen.email, "provider": "password"])
    #expect(done.effect.notices.count == 1)
    #expect(!ana.isOpen(session))
    #expect(try ana.signIn()?.code == .signInFailed)
    let number = try #require(
      Int64(
        try ana.office.column("SELECT max(change) FROM change_row WHERE table_name = 'identity'")[0]
      ))
    try ana.office.store.undo(
      change: number, author: Author(operatorName: "pat", host: "desk", command: "test"))
    #expect(try ana.signIn() == nil)
    #expect(ana.isOpen(session))
  }
}
