package import Engines
package import Ledger
import Values

/// The ways in which users sign in.
extension Books {
  func openIdentities(of user: Row<User>) throws(RuleError) -> [Row<PortalIdentity>] {
    try rows(PortalIdentity.ofUser, user[User.id]).filter { $0[PortalIdentity.endedAt] == nil }
  }

  /// The password that holds, if the user has one.
  func passwordIdentity(of user: Row<User>) throws(RuleError) -> Row<PortalIdentity>? {
    try openIdentities(of: user).last {
      $0[PortalIdentity.provider] == .password && $0[PortalIdentity.passwordHash] != nil
    }
  }

  /// Whether the user has any way of signing in.
  func canSignIn(_ user: Row<User>) throws(RuleError) -> Bool {
    try openIdentities(of: user).contains {
      $0[PortalIdentity.subject] != nil || $0[PortalIdentity.passwordHash] != nil
    }
  }

  func externalIdentity(_ provider: IdentityProvider, _ subject: Line) throws(RuleError)
    -> Row<PortalIdentity>?
  {
    try rows(PortalIdentity.ofSubject, provider, subject)
      .first { $0[PortalIdentity.endedAt] == nil }
  }

  /// A password's row is never changed but to end it, as the journal keeps no hashes.
  func setPassword(_ work: PasswordWork, of user: Row<User>) throws(RuleError) {
    let hash = try work.hash()
    try end(openIdentities(of: user).filter { $0[PortalIdentity.provider] == .password })
    try addIdentity(.password, passwordHash: hash, to: user)
  }

  func addIdentity(
    _ provider: IdentityProvider, subject: Line? = nil, passwordHash: Secret? = nil,
    to user: Row<User>
  ) throws(RuleError) {
    var row = Row<PortalIdentity>()
    row[PortalIdentity.id] = try nextID(PortalIdentity.self)
    row[PortalIdentity.user] = user[User.id]
    row[PortalIdentity.provider] = provider
    row[PortalIdentity.subject] = subject
    row[PortalIdentity.passwordHash] = passwordHash
    row[PortalIdentity.addedAt] = now
    insert(row)
  }

  package func end(_ identities: [Row<PortalIdentity>]) {
    for identity in identities {
      var after = identity
      after[PortalIdentity.endedAt] = now
      update(identity, to: after)
    }
  }

  /// A provider's account signs in to one login at most.
  func requireUnused(
    _ provider: IdentityProvider, _ subject: Line, field: String = "subject"
  ) throws(RuleError) {
    guard try externalIdentity(provider, subject) != nil else { return }
    throw .refuse(
      .duplicate, field: field, found: "\(provider.article) account that another login uses",
      expected: "one that is not used by a login",
      remedy: "sign in with it, or remove it there first; staff: `user remove-identity`")
  }

  /// Ends one way to sign in, and the sessions that were opened by it.
  /// - Returns: nil if the user has no such identity.
  func removeIdentity(
    _ provider: IdentityProvider, _ subject: Line?, of user: Row<User>,
    keeping session: Row<PortalSession>? = nil
  ) throws(RuleError) -> Row<PortalIdentity>? {
    let found = try openIdentities(of: user).filter {
      $0[PortalIdentity.provider] == provider
        && (subject == nil || $0[PortalIdentity.subject] == subject)
    }
    guard found.count < 2 else {
      throw .refuse(
        .ambiguous, field: "provider", found: "\(found.count) \(provider.rawValue) identities",
        expected: "one",
        remedy: "specify it with \(field: "subject"); see `user show`, `portal show`")
    }
    end(found)
    if !found.isEmpty {
      try endSessions(of: user, keeping: session) { $0[PortalSession.provider] == provider }
    }
    return found.first
  }
}

/// Fields of the commands on ways to sign in.
enum IdentityFields {
  static let provider = Field<IdentityProvider>.argument(
    "provider", "sign-in method")
  static let subject = Field<Line>.option(
    "subject", isPersonal: true, "the provider's own ID of the user")
  static let emailVerified = Field<YesNo>.option(
    "email-verified", "whether the provider has verified the e-mail address")
}

/// An identity as a provider states it, which vouches for the user's address.
struct VerifiedIdentity {
  let provider: IdentityProvider
  let subject: Line

  init(_ provider: IdentityProvider, _ input: Input) throws(Rejection) {
    self.provider = provider
    subject = try input.require(IdentityFields.subject)
    guard try input.require(IdentityFields.emailVerified).isYes else {
      throw Rejection(
        .addressNotProved, field: "email-verified",
        found: "\(provider.article) account whose address \(provider.rawValue) has not verified",
        expected: "one whose address the provider has verified",
        remedy: "register with a password, or have the address verified by the provider first")
    }
  }
}

extension IdentityProvider {
  /// With its article, e.g. `an apple`.
  var article: String { (self == .apple ? "an " : "a ") + rawValue }
}
