import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Values

@Suite("Signing in", .onBothEngines)
struct SignInTests {
  @Test("the right password opens a session whose token is stored hashed; remembering is longer")
  func signIn() throws {
    let ana = try Citizen()
    #expect(try ana.signIn(as: "ANA@Example.com") == nil)
    #expect(try ana.signIn(Citizen.password, as: Citizen.email, ["remember": "yes"]) == nil)
    let ends = try ana.office.column(
      "SELECT expires_at FROM portal_session ORDER BY portal_session")
    #expect(ends == ["2026-05-05T00:00:00Z", "2026-06-03T12:00:00Z"])
    let hashes = try ana.office.column("SELECT hash FROM portal_session")
    #expect(hashes.allSatisfy { $0.utf8.count == 64 })
    #expect(try ana.user[User.lastSignInAt] != nil)
  }

  @Test("the session token is good until the session ends")
  func session() throws {
    let ana = try Citizen()
    let cells = ["email": Citizen.email, "password": Citizen.password]
    let word = try PortalToken(try #require(try ana.run(SignIn.self, cells).effect.newKey))
    #expect(try ana.office.store.signedIn(word)[User.email].text == Citizen.email)
    try ana.run(RevokeSessions.self, ["email": Citizen.email])
    #expect(throws: Rejection.self) { try ana.office.store.signedIn(word) }
  }

  @Test("an unknown address and a wrong password are refused in the same words")
  func alike() throws {
    let ana = try Citizen()
    let wrong = try #require(try ana.signIn("not the password"))
    let unknown = try #require(try ana.signIn("not the password", as: "nobody@example.com"))
    #expect(wrong.code == .signInFailed)
    #expect(
      "\(wrong)".replacing(Citizen.email, with: "X")
        == "\(unknown)".replacing("nobody@example.com", with: "X"))
    #expect(try ana.outcomes() == ["wrong_password", "unknown_user"])
  }

  @Test(
    "the policy locks out at its limit, notifies by mail, and then even the correct password is refused"
  )
  func lockout() throws {
    let ana = try Citizen()
    try ana.setting("lockout.max-attempts", "3")
    for _ in 0..<3 { try ana.signIn("wrong wrong wrong") }
    #expect(try ana.user[User.lockedBy] == .policy)
    let held = try ana.signIn()
    #expect(held == (try ana.signIn("wrong wrong wrong")))
    #expect(held?.code == .signInFailed)
    #expect(try ana.user[User.failedAttempts] == 3)
    let kinds = try ana.office.column("SELECT kind FROM outbox_message ORDER BY outbox_message")
    #expect(kinds == ["activation", "locked_out"])
  }

  @Test("a right password clears the count of wrong ones")
  func clears() throws {
    let ana = try Citizen()
    try ana.setting("lockout.max-attempts", "3")
    for password in ["wrong a b", "wrong c d", Citizen.password, "wrong e f", "wrong g h"] {
      try ana.signIn(password)
    }
    #expect(try ana.user[User.status] == .active)
    #expect(try ana.user[User.failedAttempts] == 2)
  }

  @Test("with no greatest count nobody is locked out")
  func never() throws {
    let ana = try Citizen()
    try ana.setting("lockout.max-attempts", "0")
    for _ in 0..<12 { try ana.signIn("wrong wrong wrong") }
    #expect(try ana.signIn() == nil)
  }

  @Test("the policy unlocks after its minutes; whom staff locked it does not")
  func autoUnlock() throws {
    let ana = try Citizen()
    try ana.setting("lockout.max-attempts", "1")
    try ana.setting("lockout.auto-unlock-minutes", "60")
    try ana.signIn("wrong wrong wrong")
    #expect(try ana.signIn() != nil)
    try ana.office.turn(to: "2026-05-05")
    #expect(try ana.signIn() == nil)
    try ana.run(LockUser.self, ["email": Citizen.email])
    try ana.office.turn(to: "2026-05-06")
    #expect(try ana.signIn() != nil)
    #expect(try ana.user[User.lockedBy] == .staff)
  }

  @Test("who has proved to be the user hears why the status does not let in")
  func status() throws {
    let ana = try Citizen()
    try ana.run(SuspendUser.self, ["email": Citizen.email])
    #expect(try ana.signIn("wrong wrong wrong")?.code == .signInFailed)
    let told = try #require(try ana.signIn())
    #expect(told.code == .wrongStatus)
    #expect(told.remedy == "call us")
    #expect(try ana.outcomes() == ["wrong_password", "refused"])
  }

  @Test("before the activation no password is right, as nobody has proved whose it is")
  func beforeActivation() throws {
    let ana = try Citizen(isActive: false)
    #expect(try ana.signIn()?.code == .signInFailed)
    #expect(try ana.outcomes() == ["wrong_password"])
  }

  @Test("a password that is too old expires at sign-in and can be changed there")
  func expiry() throws {
    let ana = try Citizen()
    try ana.setting("password.days", "30")
    try ana.office.turn(to: "2026-06-03")
    #expect(try ana.signIn()?.remedy.contains("change-password") == true)
    #expect(try ana.user[User.status] == .passwordExpired)
    let cells = ["email": Citizen.email, "password": Citizen.password]
    #expect(
      ana.refusal(
        ChangePassword.self, cells.merging(["new-password": Citizen.password]) { $1 })?.code
        == .passwordTooWeak)
    try ana.run(
      ChangePassword.self, cells.merging(["new-password": "five loud mountains"]) { $1 })
    #expect(try ana.signIn("five loud mountains") == nil)
  }

  @Test("a provider's account signs in to the login that it was added to, under whatever address")
  func provider() throws {
    let ana = try Citizen(isRegistered: false)
    try ana.run(PortalActivate.self, ["token": try ana.register("google", "g-1")])
    #expect(try ana.signIn(by: "google", "g-1") == nil)
    #expect(try ana.signIn(by: "google", "g-1", as: "other@example.com") == nil)
    #expect(try ana.signIn(by: "google", "g-2")?.code == .signInFailed)
    #expect(try ana.signIn(by: "microsoft", "g-1")?.code == .signInFailed)
  }

  @Test("the work is done before the change, and the rule does not do it again")
  func rehearsal() throws {
    let ana = try Citizen()
    let cells = ["email": Citizen.email, "password": Citizen.password]
    let hashes = HashCounter()
    let signIn = try Office.operation(SignIn.self, cells, secrets: hashes.secrets)
    ana.office.store.rehearse(signIn)
    #expect(try ana.outcomes() == [])
    #expect(hashes.count == 1)
    let change = try ana.office.store.beginChange(
      Author(operatorName: "pat", host: "desk", command: "test"))
    let performed = try change.perform(signIn)
    try change.commit()
    #expect(hashes.count == 1)
    #expect(performed.effect.refusal == nil)
  }

  @Test("undoing a sign-in takes its session and attempt back")
  func undo() throws {
    let ana = try Citizen()
    try ana.signIn()
    let number = try #require(
      Int64(try ana.office.column("SELECT max(change) FROM change")[0]))
    try ana.office.store.undo(
      change: number, author: Author(operatorName: "pat", host: "desk", command: "test"))
    #expect(try ana.office.column("SELECT portal_session FROM portal_session") == [])
    #expect(try ana.outcomes() == [])
  }

  @Test("neither store nor journal nor words hold a password or a session token")
  func nothingLeaks() throws {
    let ana = try Citizen()
    let word = try #require(
      try ana.run(SignIn.self, ["email": Citizen.email, "password": Citizen.password])
        .effect.newKey)
    var everything = "\(try Password(Citizen.password)) \(try PortalToken(word))"
    for table in EntityCatalogue.tables.map(\.name) + ["change", "change_row"] {
      try ana.office.store.each(sql: "SELECT * FROM \(table)") { row in
        everything += (0..<row.count).map { "\(row.datum($0))" }.joined(separator: "|")
        return true
      }
    }
    #expect(!everything.contains(Citizen.password))
    #expect(!everything.contains(word))
    #expect(everything.contains(PortalSecret(token: word).hash.text))
  }
}

@Suite("Why somebody cannot sign in", .onBothEngines)
struct SignInExplanationTests {
  private func explanation(_ ana: Citizen) throws -> SignInExplanation {
    try SignInExplanation(of: try ana.user, on: ana.office.store)
  }

  @Test("what keeps a user out comes first, with a command for it")
  func locked() throws {
    let ana = try Citizen()
    try ana.run(LockUser.self, ["email": Citizen.email])
    let explanation = try explanation(ana)
    #expect(!explanation.canSignIn)
    #expect(explanation.reasons.first?.remedy == "ubadmin user unlock ana@example.com")
  }

  @Test("whom the policy lets in again can sign in, as signing in finds")
  func over() throws {
    let ana = try Citizen()
    try ana.setting("lockout.max-attempts", "1")
    try ana.setting("lockout.auto-unlock-minutes", "60")
    try ana.signIn("wrong wrong wrong")
    #expect(try !explanation(ana).canSignIn)
    try ana.office.turn(to: "2026-05-05")
    #expect(try explanation(ana).canSignIn)
    #expect(try ana.signIn() == nil)
  }
}
