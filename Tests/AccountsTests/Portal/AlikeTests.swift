import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Values

/// What an unknown address and a wrong password cost, in computations of scrypt, never in time.
@Suite("Every entry point gives the same answer at the same cost for everyone", .onBothEngines)
struct AlikeTests {
  private static let unknown = "nobody@example.com"
  private let ana: Citizen

  init() throws { ana = try Citizen() }

  /// How often scrypt is computed for one operation, and what is answered.
  private func knock<O: Accounts.Operation>(
    _ type: O.Type, _ email: String, _ cells: [String: String] = [:]
  ) throws -> Knock {
    let counted = HashCounter()
    let effect = try ana.run(
      type, cells.merging(["email": email]) { $1 }, secrets: counted.secrets
    ).effect
    let answer = "\(effect.message) \(effect.isAlike) \(String(describing: effect.refusal))"
    return Knock(hashes: counted.count, answer: answer.replacing(email, with: "X"))
  }

  /// What an entry point did.
  private struct Knock: Equatable {
    let hashes: Int
    let answer: String
  }

  @Test("sign-in: unknown, wrong, locked out, without a password, with a damaged hash")
  func signIn() throws {
    let cells = ["password": "wrong wrong wrong"]
    let unknown = try knock(SignIn.self, Self.unknown, cells)
    #expect(unknown.hashes == 1)
    #expect(try knock(SignIn.self, Citizen.email, cells) == unknown)
    try ana.setting("lockout.max-attempts", "1")
    #expect(try knock(SignIn.self, Citizen.email, cells) == unknown)
    #expect(
      try knock(SignIn.self, Citizen.email, ["password": Citizen.password]) == unknown)
    try ana.office.store.connection.script("UPDATE identity SET password_hash = 'damaged'")
    #expect(try knock(SignIn.self, Citizen.email, cells) == unknown)
    try ana.office.store.connection.script("UPDATE identity SET password_hash = NULL")
    #expect(try knock(SignIn.self, Citizen.email, cells) == unknown)
  }

  @Test("sign-in: before the activation as for nobody")
  func signInBeforeActivation() throws {
    let bo = try Citizen(isActive: false)
    let own = HashCounter()
    let refusal = try bo.signIn(secrets: own.secrets)
    #expect(own.count == 1)
    #expect(refusal == (try ana.signIn("wrong wrong wrong", as: Self.unknown)))
  }

  @Test("change of password: unknown and wrong")
  func changePassword() throws {
    let cells = ["password": "wrong wrong wrong", "new-password": "five loud mountains"]
    let unknown = try knock(ChangePassword.self, Self.unknown, cells)
    #expect(unknown.hashes == 1)
    #expect(try knock(ChangePassword.self, Citizen.email, cells) == unknown)
  }

  @Test(
    "registration: a new address and one of a login in any status",
    arguments: UserStatus.allCases)
  func register(_ status: UserStatus) throws {
    let cells = ["first": "Eve", "last": "Lund", "password": "five loud mountains"]
    let unknown = try knock(PortalRegister.self, Self.unknown, cells)
    #expect(unknown.hashes == 1)
    try ana.office.store.connection.script(
      "UPDATE portal_user SET status = '\(status.rawValue)' WHERE email = '\(Citizen.email)'")
    #expect(try knock(PortalRegister.self, Citizen.email, cells) == unknown)
    #expect(try ana.letters(to: Self.unknown).count == 1)
    #expect(try ana.letters().count == 2)
  }

  @Test("forgotten password and unlocking: unknown, known, locked")
  func mails() throws {
    let forgotten = try knock(ForgotPassword.self, Self.unknown)
    #expect(forgotten.hashes == 0)
    #expect(try knock(ForgotPassword.self, Citizen.email) == forgotten)
    let unlocked = try knock(PortalUnlock.self, Self.unknown)
    #expect(unlocked.hashes == 0)
    #expect(try knock(PortalUnlock.self, Citizen.email) == unlocked)
    try ana.setting("lockout.max-attempts", "1")
    try ana.signIn("wrong wrong wrong")
    #expect(try knock(PortalUnlock.self, Citizen.email) == unlocked)
    #expect(try knock(ForgotPassword.self, Citizen.email) == forgotten)
  }
}
