import Testing

@testable import Accounts

@Suite("The citizen's side", .onBothEngines)
struct SignInTests {
  let office: Office
  private static let password = "correct horse 7"

  init() throws {
    office = try Office.smallCity()
    try register()
  }

  /// Hashing that takes no time.
  @discardableResult
  private func run<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String]) throws
    -> Performed
  {
    try PasswordHash.$logCost.withValue(4) { try office.run(type, cells) }
  }

  private func refusal<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String])
    -> Rejection?
  {
    PasswordHash.$logCost.withValue(4) { office.refusal(type, cells) }
  }

  private func register() throws {
    try run(
      PortalRegister.self,
      ["email": "ana@example.com", "first": "Ana", "last": "Ortiz", "password": Self.password])
    try run(PortalActivate.self, ["token": try lastWord()])
  }

  /// The word of the link in the last letter.
  private func lastWord() throws -> String {
    var body = ""
    try office.store.each(
      sql: "SELECT body FROM outbox_message ORDER BY outbox_message DESC LIMIT 1"
    ) { row in
      body = "\(row.datum(0))"
      return false
    }
    return String(try #require(body.split(separator: "token=").last?.prefix(43)))
  }

  private func signIn(_ password: String = SignInTests.password) throws -> Effect {
    try run(SignIn.self, ["email": "Ana@example.com", "password": password]).effect
  }

  private func user() throws -> Row<User> {
    try office.store.userRow(EmailAddress("ana@example.com"))
  }

  @Test("the right password opens a session")
  func right() throws {
    let effect = try signIn()
    let word = try #require(effect.newKey)
    #expect(!effect.isRefusal)
    let user = try office.store.signedIn(PortalWord(word))
    #expect(user[User.email].text == "ana@example.com")
    #expect(user[User.lastSignInAt] == office.store.now)
  }

  @Test("a wrong password and an unknown address get the same answer")
  func same() throws {
    let wrong = try signIn("wrong password")
    let unknown = try run(
      SignIn.self, ["email": "nobody@example.com", "password": Self.password]
    ).effect
    #expect(wrong.isRefusal && unknown.isRefusal)
    #expect(wrong.message == unknown.message)
    #expect(wrong.newKey == nil)
  }

  @Test("so many wrong passwords lock the login, and mail says so; unlocking keeps the password")
  func lockout() throws {
    try run(SetSetting.self, ["name": "lockout.max-attempts", "value": "3"])
    for _ in 1...3 { _ = try signIn("wrong password") }
    #expect(try user()[User.status] == .lockedOut)
    #expect(try user()[User.lockedBy] == .policy)
    #expect(try signIn().isRefusal)
    var kinds: [String] = []
    try office.store.each(sql: "SELECT kind FROM outbox_message ORDER BY outbox_message") { row in
      kinds.append("\(row.datum(0))")
      return true
    }
    #expect(kinds == ["activation", "locked_out"])
    try run(PortalUnlock.self, ["email": "ana@example.com"])
    try run(PortalUnlock.self, ["token": try lastWord()])
    #expect(try !signIn().isRefusal)
    #expect(try user()[User.failedAttempts] == 0)
  }

  @Test("a right password in between begins the count anew")
  func count() throws {
    try run(SetSetting.self, ["name": "lockout.max-attempts", "value": "2"])
    for _ in 1...3 {
      _ = try signIn("wrong password")
      #expect(try !signIn().isRefusal)
    }
  }

  @Test("0 attempts locks nobody out")
  func never() throws {
    try run(SetSetting.self, ["name": "lockout.max-attempts", "value": "0"])
    for _ in 1...12 { _ = try signIn("wrong password") }
    #expect(try !signIn().isRefusal)
  }

  @Test("the policy unlocks by itself after its minutes, but not whom staff locked")
  func autoUnlock() throws {
    try run(SetSetting.self, ["name": "lockout.max-attempts", "value": "1"])
    try run(SetSetting.self, ["name": "lockout.auto-unlock-minutes", "value": "60"])
    _ = try signIn("wrong password")
    #expect(try signIn().isRefusal)
    try office.turn(to: "2027-01-02")
    #expect(try !signIn().isRefusal)
    try run(LockUser.self, ["email": "ana@example.com"])
    try office.turn(to: "2027-01-04")
    #expect(try signIn().isRefusal)
  }

  @Test("a recovery link works once, sets the password and ends sessions")
  func recovery() throws {
    let session = try #require(try signIn().newKey)
    try run(ForgotPassword.self, ["email": "ana@example.com"])
    #expect(try user()[User.status] == .active)
    let word = try lastWord()
    let cells = ["token": word, "password": "another horse 8"]
    try run(PortalResetPassword.self, cells)
    #expect(refusal(PortalResetPassword.self, cells)?.code == .notFound)
    #expect(try signIn().isRefusal)
    #expect(try !signIn("another horse 8").isRefusal)
    #expect(throws: Rejection.self) { try office.store.signedIn(PortalWord(session)) }
  }

  @Test("a link holds for its days and no longer")
  func expiry() throws {
    try run(ForgotPassword.self, ["email": "ana@example.com"])
    let word = try lastWord()
    try office.turn(to: "2027-12-31")
    #expect(
      refusal(PortalResetPassword.self, ["token": word, "password": "another horse 8"])?.code
        == .notFound)
  }

  @Test(
    "a password that is too easy is refused without being repeated",
    arguments: ["short 7", "aaaaaaaaaaaaa", "ana@example.com"])
  func easy(password: String) throws {
    try run(ForgotPassword.self, ["email": "ana@example.com"])
    let rejection = try #require(
      refusal(PortalResetPassword.self, ["token": try lastWord(), "password": password]))
    #expect(rejection.field == "password")
    #expect(!"\(rejection)".contains(password))
  }

  @Test("account and customer ID must fit; the answer does not tell which was wrong; attempts end")
  func link() throws {
    let session = try #require(try signIn().newKey)
    func link(_ account: String, _ cid: String) throws -> Effect {
      try run(PortalLink.self, ["account": account, "cid": cid, "session": session]).effect
    }
    let noAccount = try link("999", "1")
    let noCustomer = try link("500", "2")
    #expect(noAccount.isRefusal && noCustomer.isRefusal)
    #expect(noAccount.message == noCustomer.message)
    #expect(try !link("500", "1").isRefusal)
    for _ in 3...10 { _ = try link("500", "2") }
    #expect(try link("500", "1").message.contains("too many"))
  }

  @Test("an external identity signs in without a password")
  func external() throws {
    try run(
      PortalRegister.self,
      [
        "email": "bo@example.com", "first": "Bo", "last": "Li", "provider": "google",
        "subject": "77",
      ])
    try run(PortalActivate.self, ["token": try lastWord()])
    let cells = ["email": "bo@example.com", "provider": "google"]
    #expect(try !run(SignIn.self, cells.merging(["subject": "77"]) { $1 }).effect.isRefusal)
    #expect(try run(SignIn.self, cells.merging(["subject": "78"]) { $1 }).effect.isRefusal)
  }

  @Test("what keeps a user out is explained with a command for it")
  func explanation() throws {
    try run(LockUser.self, ["email": "ana@example.com"])
    let explanation = try SignInExplanation(of: try user(), on: office.store)
    #expect(!explanation.canSignIn)
    #expect(explanation.reasons.first?.remedy == "ubadmin user unlock ana@example.com")
  }
}

@Suite("Passwords")
struct PasswordHashTests {
  @Test("the hash is scrypt as RFC 7914 has it")
  func vector() throws {
    // Section 12, third vector: P=pleaseletmein, S=SodiumChloride, N=16384, r=8, p=1, first 32 bytes.
    let expected: [UInt8] = [
      0x70, 0x23, 0xbd, 0xcb, 0x3a, 0xfd, 0x73, 0x48, 0x46, 0x1c, 0x06, 0xcd, 0x81, 0xfd, 0x38,
      0xeb, 0xfd, 0xa8, 0xfb, 0xba, 0x90, 0x4f, 0x8e, 0x3e, 0xa9, 0xb5, 0x43, 0xf6, 0x54, 0x5d,
      0xa1, 0xf2,
    ]
    let text = "scrypt$14$8$1$SodiumChloride$\(Base64URL.text(expected))"
    #expect(try PasswordHash(stored: text).matches(Password("pleaseletmein")))
    #expect(try !PasswordHash(stored: text).matches(Password("pleaseletmeout")))
  }

  @Test("base64url gives back what it was given", arguments: 0...40)
  func base64(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
  }

  @Test("two words are never the same")
  func words() {
    #expect(Set((0..<1000).map { _ in PortalSecret().word }).count == 1000)
  }
}
