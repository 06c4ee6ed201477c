import Accounts
import Testing

@testable import Portal

@Suite("How sessions of the portal end", .onBothEngines)
struct SessionEndTests {
  private let ana: Citizen
  private let session: String

  init() throws {
    ana = try Citizen()
    session = try ana.session()
  }

  @Test("signing out ends the session at hand, and a second time changes nothing")
  func signOut() throws {
    let other = try ana.session()
    #expect(try ana.run(PortalSignOut.self, ["session": session]).effect.message == "signed out")
    #expect(!ana.isOpen(session))
    #expect(ana.isOpen(other))
    #expect(try ana.run(PortalSignOut.self, ["session": session]).isUnchanged)
    #expect(try ana.run(PortalSignOut.self, ["session": "never a session"]).isUnchanged)
  }

  @Test("signing out everywhere ends them all, and nobody else's")
  func everywhere() throws {
    let other = try ana.session()
    try ana.run(PortalSignOut.self, ["session": session, "everywhere": "yes"])
    #expect(!ana.isOpen(session))
    #expect(!ana.isOpen(other))
  }

  @Test("a password change ends the other sessions, and keeps the one that made it")
  func passwordChange() throws {
    let other = try ana.session()
    try ana.run(
      ChangePassword.self,
      [
        "email": Citizen.email, "password": Citizen.password,
        "new-password": "five loud mountains", "session": session,
      ])
    #expect(ana.isOpen(session))
    #expect(!ana.isOpen(other))
  }

  @Test("a password change without a session token ends them all")
  func passwordChangeWithoutSession() throws {
    try ana.run(
      ChangePassword.self,
      [
        "email": Citizen.email, "password": Citizen.password,
        "new-password": "five loud mountains",
      ])
    #expect(!ana.isOpen(session))
  }

  @Test("a password change ends recovery links that were mailed before")
  func recoveryLinks() throws {
    try ana.run(ForgotPassword.self, ["email": Citizen.email])
    let link = try ana.lastLink()
    try ana.run(
      ChangePassword.self,
      [
        "email": Citizen.email, "password": Citizen.password,
        "new-password": "five loud mountains",
      ])
    let refused = ana.refusal(
      PortalResetPassword.self, ["token": link, "password": "seven red barns"])
    #expect(refused?.code == .notFound)
  }
}
