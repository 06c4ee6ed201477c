import Accounts
import Testing

@testable import Ledger
@testable import Portal

/// A stranger prepares a login for an address before its owner comes.
/// Source: A. Sudhodanan and A. Paverd, "Pre-hijacked accounts", USENIX Security 2022, section 4.
@Suite("Account pre-hijacking", .onBothEngines)
struct PreHijackingTests {
  private static let guess = "five loud mountains"
  private let ana: Citizen

  init() throws { ana = try Citizen(isRegistered: false) }

  @Test(
    "classic-federated merge: a stranger's password does not last when the owner comes by a provider"
  )
  func classicFederatedMerge() throws {
    try ana.register(Self.guess)
    // Signing in by the provider adds nothing to what the stranger made.
    #expect(try ana.signIn(by: "google", "ana")?.code == .signInFailed)
    try ana.run(PortalActivate.self, ["token": try ana.register("google", "ana")])
    #expect(try ana.signIn(by: "google", "ana") == nil)
    #expect(try ana.signIn(Self.guess)?.code == .signInFailed)
    #expect(try ana.identities() == ["google"])
  }

  @Test("classic-federated merge: a stranger's provider does not enter the owner's login")
  func federatedClassicMerge() throws {
    let strangers = try ana.register("google", "stranger")
    try ana.run(PortalActivate.self, ["token": try ana.register(Citizen.password)])
    #expect(try ana.signIn(by: "google", "stranger")?.code == .signInFailed)
    #expect(ana.refusal(PortalActivate.self, ["token": strangers])?.code == .notFound)
    #expect(try ana.identities() == ["password"])
    #expect(try ana.signIn() == nil)
  }

  @Test(
    "the password that counts was typed in the registration whose mail was followed",
    arguments: [true, false])
  func password(isFirst: Bool) throws {
    let earlier = try ana.register(
      isFirst ? Self.guess : Citizen.password, first: isFirst ? "Eve" : "Ana")
    let later = try ana.register(
      isFirst ? Citizen.password : Self.guess, first: isFirst ? "Ana" : "Eve")
    try ana.run(PortalActivate.self, ["token": isFirst ? later : earlier])
    #expect(try ana.signIn(Self.guess)?.code == .signInFailed)
    #expect(try ana.signIn() == nil)
    #expect(try ana.user[User.firstName].text == "Ana")
    let other = ana.refusal(PortalActivate.self, ["token": isFirst ? earlier : later])
    #expect(other?.code == .notFound)
  }

  @Test("no stranger's password takes effect when staff activate the user")
  func activatedByStaff() throws {
    try ana.register(Self.guess)
    try ana.run(ActivateUser.self, ["email": Citizen.email])
    #expect(try ana.signIn(Self.guess)?.code == .signInFailed)
    try ana.run(ForgotPassword.self, ["email": Citizen.email])
    try ana.run(
      PortalResetPassword.self, ["token": try ana.lastLink(), "password": Citizen.password])
    #expect(try ana.signIn() == nil)
    #expect(try ana.signIn(Self.guess)?.code == .signInFailed)
  }

  @Test(
    "unexpired session: a session from before ends with the activation, and with a reset by mail")
  func unexpiredSession() throws {
    // Whoever had the login keeps a session; the login is then given to the owner of the address.
    try ana.run(PortalActivate.self, ["token": try ana.register(Self.guess)])
    let session = try ana.session(Self.guess)
    try ana.run(ForgotPassword.self, ["email": Citizen.email])
    try ana.run(
      PortalResetPassword.self, ["token": try ana.lastLink(), "password": Citizen.password])
    #expect(!ana.isOpen(session))

    let second = try ana.session()
    try ana.office.store.connection.script("UPDATE portal_user SET status = 'provisioned'")
    try ana.run(PortalActivate.self, ["token": try ana.register(Citizen.password)])
    #expect(!ana.isOpen(second))
    #expect(
      try ana.office.column("SELECT portal_session FROM portal_session WHERE ended_at IS NULL")
        == [])
  }

  @Test("trojan identifier: nobody adds a way to sign in before the owner, and none lasts")
  func trojanIdentifier() throws {
    try ana.register(Self.guess)
    #expect(ana.addIdentity("stranger", "no session")?.code == .notPermitted)
    // As a store of an earlier release, or a careless portal, may hold it.
    try ana.office.store.connection.script(
      """
      INSERT INTO identity (identity, portal_user, provider, subject, added_at)
        SELECT 1, portal_user, 'google', 'stranger', registered_at FROM portal_user
      """)
    try ana.run(PortalActivate.self, ["token": try ana.register(Citizen.password)])
    #expect(try ana.identities() == ["password"])
    #expect(try ana.signIn(by: "google", "stranger")?.code == .signInFailed)
  }

  @Test("trojan identifier: a provider's account of another address is not added to a login")
  func foreignAddress() throws {
    try ana.run(PortalActivate.self, ["token": try ana.register(Citizen.password)])
    let refused = ana.refusal(
      AddIdentity.self,
      [
        "provider": "google", "subject": "stranger", "email": "eve@example.com",
        "email-verified": "yes", "session": try ana.session(),
      ])
    #expect(refused?.code == .addressNotProved)
    #expect(try ana.identities() == ["password"])
  }

  @Test("unexpired e-mail change: a stranger's address that waits ends with the owner's reset")
  func unexpiredEmailChange() throws {
    try ana.run(PortalActivate.self, ["token": try ana.register(Self.guess)])
    try ana.run(
      PortalProfile.self,
      ["new-email": "eve@example.com", "session": try ana.session(Self.guess)])
    let link = try ana.lastLink()
    try ana.run(ForgotPassword.self, ["email": Citizen.email])
    try ana.run(
      PortalResetPassword.self, ["token": try ana.lastLink(), "password": Citizen.password])
    #expect(ana.refusal(PortalActivate.self, ["token": link])?.code == .notFound)
    #expect(try ana.user[User.newEmail] == nil)
    #expect(try ana.signIn() == nil)
  }

  @Test("unexpired e-mail change: an address that waits ends with the activation")
  func emailChangeBeforeActivation() throws {
    try ana.register(Self.guess)
    try ana.office.store.connection.script("UPDATE portal_user SET new_email = 'eve@example.com'")
    try ana.run(PortalActivate.self, ["token": try ana.register(Citizen.password)])
    #expect(try ana.user[User.newEmail] == nil)
  }

  @Test("non-verifying provider: an address that a provider does not vouch for grants no access")
  func nonVerifyingProvider() throws {
    let cells = [
      "email": Citizen.email, "first": "Eve", "last": "Ortiz", "provider": "facebook",
      "subject": "stranger", "email-verified": "no",
    ]
    #expect(ana.refusal(PortalRegister.self, cells)?.code == .addressNotProved)
    #expect(try ana.signIn(by: "facebook", "stranger")?.code == .signInFailed)
    try ana.run(PortalActivate.self, ["token": try ana.register(Citizen.password)])
    #expect(try ana.signIn(by: "facebook", "stranger")?.code == .signInFailed)
    #expect(
      ana.addIdentity("stranger", try ana.session(), verified: "no")?.code == .addressNotProved)
    #expect(try ana.identities() == ["password"])
  }
}
