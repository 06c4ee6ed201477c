import Accounts
import Testing

@testable import Ledger
@testable import Portal

@Suite("A new e-mail address of a user", .onBothEngines)
struct NewAddressTests {
  private let ana: Citizen

  init() throws { ana = try Citizen() }

  private func ask(_ address: String) throws -> Effect {
    try ana.run(PortalProfile.self, ["new-email": address, "session": try ana.session()]).effect
  }

  @Test("asked for by staff, it counts from its link on; the old address is told")
  func byStaff() throws {
    try ana.run(SetUser.self, ["email": Citizen.email, "new-email": "ao@example.org"])
    let link = try ana.lastLink()
    #expect(try ana.signIn() == nil)
    #expect(try ana.letters() == ["activation", "address_change"])
    try ana.run(PortalActivate.self, ["token": link])
    #expect(try ana.signIn(as: "ao@example.org") == nil)
    #expect(try ana.signIn()?.code == .signInFailed)
  }

  @Test("asked for by the citizen, it counts from its link on; the old address is told")
  func byCitizen() throws {
    _ = try ask("ao@example.org")
    let link = try ana.lastLink()
    #expect(try ana.signIn() == nil)
    #expect(try ana.letters() == ["activation", "address_change"])
    try ana.run(PortalActivate.self, ["token": link])
    #expect(try ana.signIn(as: "ao@example.org") == nil)
  }

  @Test("it ends the sessions, and the providers that vouched for the old address")
  func endsProviders() throws {
    let session = try ana.session()
    #expect(ana.addIdentity("g-1", session) == nil)
    _ = try ask("ao@example.org")
    #expect(try ana.identities() == ["password", "google"])
    try ana.run(PortalActivate.self, ["token": try ana.lastLink()])
    #expect(try ana.identities() == ["password"])
    #expect(!ana.isOpen(session))
  }

  @Test("a later one takes its place; the old address given as the new one ends it")
  func replaced() throws {
    _ = try ask("one@example.org")
    let first = try ana.lastLink()
    _ = try ask("two@example.org")
    let second = try ana.lastLink()
    #expect(ana.refusal(PortalActivate.self, ["token": first])?.code == .notFound)
    _ = try ask(Citizen.email)
    #expect(ana.refusal(PortalActivate.self, ["token": second])?.code == .notFound)
    #expect(try ana.user[User.newEmail] == nil)
  }

  @Test("recovery links that went to the old address end with it")
  func oldLinks() throws {
    try ana.run(ForgotPassword.self, ["email": Citizen.email])
    let recovery = try ana.lastLink()
    _ = try ask("ao@example.org")
    try ana.run(PortalActivate.self, ["token": try ana.lastLink()])
    let refused = ana.refusal(
      PortalResetPassword.self, ["token": recovery, "password": "seven red barns"])
    #expect(refused?.code == .notFound)
  }

  @Test("a password change ends one that waits")
  func passwordChange() throws {
    _ = try ask("eve@example.org")
    let link = try ana.lastLink()
    try ana.run(
      ChangePassword.self,
      [
        "email": Citizen.email, "password": Citizen.password,
        "new-password": "five loud mountains",
      ])
    #expect(ana.refusal(PortalActivate.self, ["token": link])?.code == .notFound)
  }

  @Test("that somebody else has it is told to that person alone, by mail")
  func taken() throws {
    try ana.run(
      PortalRegister.self,
      ["email": "bo@example.com", "first": "Bo", "last": "Lund", "password": "seven red barns"])
    try ana.run(PortalActivate.self, ["token": try ana.lastLink()])
    let taken = try ask("bo@example.com")
    let free = try ask("free@example.com")
    #expect(
      taken.message.replacing("bo@example.com", with: "X")
        == free.message.replacing("free@example.com", with: "X"))
    #expect(taken.isAlike && free.isAlike)
    #expect(try ana.letters(to: "bo@example.com") == ["activation", "registered_already"])
  }

  @Test("one that somebody took meanwhile is refused at its link")
  func takenMeanwhile() throws {
    _ = try ask("taken@example.org")
    let link = try ana.lastLink()
    try ana.run(
      RegisterUser.self,
      ["email": "taken@example.org", "first": "Bo", "last": "Lund", "mail": "no"])
    let refused = try #require(ana.refusal(PortalActivate.self, ["token": link]))
    #expect(refused.code == .duplicate)
    #expect(!"\(refused)".contains("Lund"))
  }

  @Test("before the activation staff's correction counts at once, and ends what was mailed before")
  func beforeActivation() throws {
    let bo = try Citizen(isActive: false)
    let old = try bo.lastLink()
    try bo.run(SetUser.self, ["email": Citizen.email, "new-email": "right@example.com"])
    #expect(bo.refusal(PortalActivate.self, ["token": old])?.code == .notFound)
    try bo.run(
      PortalActivate.self, ["token": try bo.lastLink(), "password": "seven red barns"])
    #expect(try bo.signIn("seven red barns", as: "right@example.com") == nil)
  }
}
