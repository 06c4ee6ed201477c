import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

/// A citizen at the portal of an office: Ana, who has registered with a password, unless the test says
/// that she has not yet.
struct Citizen {
  static let email = "ana@example.com"
  static let password = "four quiet rivers"
  let office: Office

  init(at office: Office? = nil, isRegistered: Bool = true, isActive: Bool = true) throws {
    self.office = try office ?? Office(on: "2026-05-04")
    guard isRegistered else { return }
    let link = try register(Self.password)
    if isActive { try run(PortalActivate.self, ["token": link]) }
  }

  /// Somebody types Ana's address and a password of their own.
  /// - Returns: the link of the mail that goes to Ana.
  @discardableResult
  func register(_ password: String, first: String = "Ana") throws -> String {
    try run(
      PortalRegister.self,
      ["email": Self.email, "first": first, "last": "Ortiz", "password": password])
    return try lastLink()
  }

  /// The same by a provider.
  @discardableResult
  func register(_ provider: String, _ subject: String) throws -> String {
    try run(
      PortalRegister.self,
      [
        "email": Self.email, "first": "Ana", "last": "Ortiz", "provider": provider,
        "subject": subject, "email-verified": "yes",
      ])
    return try lastLink()
  }

  /// The session token, where the citizen gets in by a password.
  func session(_ password: String = Citizen.password) throws -> String {
    try #require(
      try run(SignIn.self, ["email": Self.email, "password": password]).effect.newKey)
  }

  /// The refusal, if nobody gets in by that account of a provider.
  func signIn(by provider: String, _ subject: String, as email: String = Citizen.email) throws
    -> Rejection?
  {
    try run(SignIn.self, ["email": email, "provider": provider, "subject": subject])
      .effect.refusal
  }

  func addIdentity(_ subject: String, _ session: String, verified: String = "yes") -> Rejection? {
    refusal(
      AddIdentity.self,
      [
        "provider": "google", "subject": subject, "email": Self.email,
        "email-verified": verified, "session": session,
      ])
  }

  func isOpen(_ session: String) -> Bool {
    (try? office.store.signedIn(PortalToken(session))) != nil
  }

  /// The ways to sign in that hold.
  func identities() throws -> [String] {
    try office.column(
      "SELECT provider FROM identity WHERE ended_at IS NULL ORDER BY identity")
  }

  func letters(to address: String = Citizen.email) throws -> [String] {
    try office.column(
      "SELECT kind FROM outbox_message WHERE recipient = '\(address)' ORDER BY outbox_message")
  }

  @discardableResult
  func run<O: Accounts.Operation>(
    _ type: O.Type, _ cells: [String: String], secrets: SecretSource = .quick
  ) throws -> Performed {
    try office.run(type, cells, secrets: secrets)
  }

  func refusal<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String]) -> Rejection? {
    office.refusal(type, cells)
  }

  /// The link in the latest mail.
  func lastLink() throws -> String {
    let body = try #require(
      try office.column(
        "SELECT body FROM outbox_message WHERE body LIKE '%token=%' ORDER BY outbox_message"
      ).last)
    return String(try #require(body.split(separator: "token=").last).prefix(43))
  }

  var user: Row<User> {
    get throws { try office.store.userRow(EmailAddress(Self.email)) }
  }

  /// The refusal, if the citizen does not get in.
  @discardableResult
  func signIn(
    _ password: String = Citizen.password, as email: String = Citizen.email,
    _ more: [String: String] = [:], secrets: SecretSource = .quick
  ) throws -> Rejection? {
    let cells = ["email": email, "password": password].merging(more) { $1 }
    return try run(SignIn.self, cells, secrets: secrets).effect.refusal
  }

  func setting(_ name: String, _ value: String) throws {
    try office.run(SetSetting.self, ["name": name, "value": value])
  }

  func outcomes() throws -> [String] {
    try office.column("SELECT outcome FROM sign_in_attempt ORDER BY sign_in_attempt")
  }
}

extension Office {
  /// The first column of a query, as text.
  func column(_ sql: String) throws -> [String] {
    var found: [String] = []
    try store.each(sql: sql) { row in
      found.append("\(row.datum(0))")
      return true
    }
    return found
  }
}
