import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Values

@Suite("Registering, links in mails, forgotten passwords", .onBothEngines)
struct RecoveryTests {
  private func forget(_ ana: Citizen, _ email: String = Citizen.email) throws -> Effect {
    try ana.run(ForgotPassword.self, ["email": email]).effect
  }

  private func reset(_ ana: Citizen, _ link: String, _ password: String) -> Rejection? {
    ana.refusal(PortalResetPassword.self, ["token": link, "password": password])
  }

  @Test("a link works once, the whole address does as well, and the second time says when")
  func once() throws {
    let ana = try Citizen(isActive: false)
    let link = "https://portal.invalid/activate?token=" + (try ana.lastLink())
    try ana.run(PortalActivate.self, ["token": link])
    let again = ana.refusal(PortalActivate.self, ["token": link])
    #expect(again?.code == .notFound)
    #expect(again?.found.contains("was used 2026-05-04") == true)
  }

  @Test("a link holds for its days and not on the next")
  func expires() throws {
    let ana = try Citizen(isActive: false)
    try ana.office.turn(to: "2026-05-11")
    let late = ana.refusal(PortalActivate.self, ["token": try ana.lastLink()])
    #expect(late?.code == .notFound)
    #expect(late?.found.contains("valid until 2026-05-11") == true)
  }

  @Test("a link for one thing does nothing else")
  func purpose() throws {
    let ana = try Citizen(isActive: false)
    #expect(
      reset(ana, try ana.lastLink(), "five loud mountains")?.found.contains("not sent for this")
        == true)
  }

  @Test("registering with an address that has a login is answered alike and changes no password")
  func registeredAlready() throws {
    let ana = try Citizen()
    let cells = ["first": "Eve", "last": "Stranger", "password": "five loud mountains"]
    let other = try ana.run(
      PortalRegister.self, cells.merging(["email": Citizen.email]) { $1 })
    let new = try ana.run(
      PortalRegister.self, cells.merging(["email": "eve@example.com"]) { $1 })
    #expect(
      other.effect.message.replacing(Citizen.email, with: "X")
        == new.effect.message.replacing("eve@example.com", with: "X"))
    #expect(try ana.signIn() == nil)
    #expect(try ana.user[User.firstName].text == "Ana")
    let kinds = try ana.office.column(
      "SELECT kind FROM outbox_message WHERE recipient = 'ana@example.com' ORDER BY outbox_message")
    #expect(kinds == ["activation", "registered_already"])
  }

  @Test("whom staff registered chooses a password when activating")
  func byStaff() throws {
    let office = try Office(on: "2026-05-04")
    let ana = try Citizen(at: office)
    try office.run(
      RegisterUser.self, ["email": "bo@example.com", "first": "Bo", "last": "Lund"])
    let link = try ana.lastLink()
    #expect(office.refusal(PortalActivate.self, ["token": link])?.code == .required)
    try office.run(PortalActivate.self, ["token": link, "password": "seven red barns"])
    #expect(try ana.signIn("seven red barns", as: "bo@example.com") == nil)
  }

  @Test("forgetting changes nothing until the link is followed; a new mail voids the old link")
  func forgotten() throws {
    let ana = try Citizen()
    #expect(
      try forget(ana).message.replacing(Citizen.email, with: "X")
        == forget(ana, "nobody@example.com").message.replacing("nobody@example.com", with: "X"))
    let first = try ana.lastLink()
    #expect(try ana.signIn() == nil)
    _ = try forget(ana)
    #expect(reset(ana, first, "five loud mountains")?.found.contains("later mail") == true)
    let link = try ana.lastLink()
    #expect(reset(ana, link, "short")?.code == .passwordTooWeak)
    #expect(reset(ana, link, "five loud mountains") == nil)
    #expect(try ana.signIn() != nil)
    #expect(try ana.signIn("five loud mountains") == nil)
  }

  @Test("who was never activated and forgets gets an activation mail, and chooses a password by it")
  func forgottenBeforeActivation() throws {
    let ana = try Citizen(isActive: false)
    let first = try ana.lastLink()
    _ = try forget(ana)
    let link = try ana.lastLink()
    #expect(try ana.letters() == ["activation", "activation"])
    #expect(ana.refusal(PortalActivate.self, ["token": link])?.code == .required)
    try ana.run(PortalActivate.self, ["token": link, "password": "seven red barns"])
    #expect(try ana.signIn("seven red barns") == nil)
    #expect(ana.refusal(PortalActivate.self, ["token": first])?.found.contains("later") == true)
  }

  @Test("a new password ends sessions; after staff's reset it makes the user active")
  func afterReset() throws {
    let ana = try Citizen()
    try ana.signIn()
    try ana.run(ResetPassword.self, ["email": Citizen.email])
    #expect(try ana.signIn()?.code == .wrongStatus)
    #expect(reset(ana, try ana.lastLink(), "five loud mountains") == nil)
    #expect(try ana.user[User.status] == .active)
    let open = try ana.office.column(
      "SELECT portal_session FROM portal_session WHERE ended_at IS NULL")
    #expect(open == [])
  }

  @Test("a locked-out user who chooses a new password stays locked out")
  func lockedOut() throws {
    let ana = try Citizen()
    try ana.run(LockUser.self, ["email": Citizen.email])
    _ = try forget(ana)
    #expect(reset(ana, try ana.lastLink(), "five loud mountains") == nil)
    #expect(try ana.user[User.status] == .lockedOut)
    #expect(try ana.user[User.lockedBy] == .staff)
  }

  @Test("who is suspended gets no mail")
  func suspended() throws {
    let ana = try Citizen()
    try ana.run(SuspendUser.self, ["email": Citizen.email])
    _ = try forget(ana)
    #expect(try ana.office.column("SELECT kind FROM outbox_message") == ["activation"])
  }

  @Test("an unlocking mail goes to whom the policy locked, and keeps the password")
  func unlockByMail() throws {
    let ana = try Citizen()
    try ana.setting("lockout.max-attempts", "1")
    try ana.run(PortalUnlock.self, ["email": Citizen.email])
    #expect(try ana.office.column("SELECT kind FROM outbox_message") == ["activation"])
    try ana.signIn("wrong wrong wrong")
    try ana.run(PortalUnlock.self, ["email": Citizen.email])
    try ana.run(PortalUnlock.self, ["token": try ana.lastLink()])
    #expect(try ana.signIn() == nil)
  }
}
