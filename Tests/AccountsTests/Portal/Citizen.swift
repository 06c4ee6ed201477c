import Testing

@testable import Accounts

/// A citizen at the portal of an office: Ana, who has registered with a password.
struct Citizen {
  static let email = "ana@example.com"
  static let password = "four quiet rivers"
  let office: Office

  init(at office: Office? = nil, isActive: Bool = true) throws {
    self.office = try office ?? Office(on: "2026-05-04")
    try run(
      PortalRegister.self,
      ["email": Self.email, "first": "Ana", "last": "Ortiz", "password": Self.password])
    if isActive { try run(PortalActivate.self, ["token": try lastLink()]) }
  }

  /// Hashing takes no time here.
  @discardableResult
  func run<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String]) throws -> Performed {
    try PasswordHash.$logCost.withValue(4) { try office.run(type, cells) }
  }

  func refusal<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String]) -> Rejection? {
    PasswordHash.$logCost.withValue(4) { office.refusal(type, cells) }
  }

  /// The link in the latest mail.
  func lastLink() throws -> String {
    let body = try #require(try office.column("SELECT body FROM outbox_message").last)
    return String(try #require(body.split(separator: "token=").last).prefix(43))
  }

  var user: Row<User> {
    get throws { try office.store.userRow(EmailAddress(Self.email)) }
  }

  /// The refusal, if the citizen does not get in.
  @discardableResult
  func signIn(
    _ password: String = Citizen.password, as email: String = Citizen.email,
    _ more: [String: String] = [:]
  ) throws -> Rejection? {
    let cells = ["email": email, "password": password].merging(more) { $1 }
    return try run(SignIn.self, cells).effect.refusal
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
