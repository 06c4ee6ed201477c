package import Engines
package import Ledger
package import Values

/// What keeps a user from signing in, with a remedy for each.
package struct SignInExplanation {
  /// One thing that stands in the way.
  package struct Reason: Sendable {
    package let found: String
    /// A command, or what the user can do.
    package let remedy: String
    package let effect: String
  }

  package private(set) var reasons: [Reason] = []
  package private(set) var canSignIn = true
  private let email: EmailAddress
  private let zone: CityTimeZone

  package static func reasons(ofUnknown email: EmailAddress) -> [Reason] {
    [
      Reason(
        found: "the address may be spelled otherwise", remedy: "ubadmin search \(email)",
        effect: "finds customers and users with a like address"),
      Reason(
        found: "the person may never have registered",
        remedy: "ubadmin user register \(email) --first FIRST --last LAST",
        effect: "adds the user and sends an activation mail"),
    ]
  }

  package init(of user: Row<User>, on store: Store) throws {
    email = user[User.email]
    zone = store.settings.zone
    let books = store.books()
    let tokens = try books.rows(Token.ofUser, user[User.id])
    let identities = try books.rows(PortalIdentity.ofUser, user[User.id]).filter {
      $0[PortalIdentity.endedAt] == nil
    }
    explain(user, tokens, at: store.now, store.settings)
    if !user[User.status].awaitsActivation { explain(identities) }
    if try books.openLinks(of: user).isEmpty {
      reasons.append(
        Reason(
          found: "no account is linked: there is nothing to see",
          remedy: "ubadmin link add \(email) ACCOUNT --cid CID",
          effect: "links an account; signing in does not need it"))
    }
  }

  private mutating func explain(
    _ user: Row<User>, _ tokens: [Row<Token>], at now: Timestamp, _ settings: Settings
  ) {
    let status = user[User.status]
    let policy = Lockout(settings)
    canSignIn =
      policy.isOver(for: user, at: now) || (status == .active && !policy.holdsOff(user))
    switch status {
    case .active: explainAttempts(user, policy)
    case .staged, .provisioned:
      add(
        "not activated: " + state(of: tokens, .activation, at: now),
        "ubadmin user resend \(email)", "mails a new activation link; earlier ones end")
      add(
        "the address is not proved", "ubadmin user activate \(email)",
        "activates without proof, and without a password: “forgot password” sets one")
    case .recovery:
      add(
        "a new password is to be chosen: " + state(of: tokens, .recovery, at: now),
        "ubadmin user reset-password \(email)", "mails a new recovery link; earlier ones end")
    case .passwordExpired:
      add(
        "the password has expired", "ubadmin user reset-password \(email)",
        "mails a link by which to choose a new one")
    case .lockedOut: explainLock(user, at: now, policy)
    case .suspended:
      add("suspended by staff", "ubadmin user unsuspend \(email)", "lets the user sign in again")
    case .deprovisioned:
      add(
        "the login was taken away", "ubadmin user resend \(email)",
        "invites the user anew by an activation mail")
    }
  }

  private mutating func explainAttempts(_ user: Row<User>, _ policy: Lockout) {
    guard user[User.failedAttempts] > 0, let left = policy.attemptsLeft(to: user) else { return }
    add(
      "\(Self.wrong(user[User.failedAttempts])); \(left) more lock the login",
      "ubadmin user reset-password \(email)", "mails a link by which to choose a new password")
  }

  private static func wrong(_ count: Int) -> String {
    "\(count) wrong password\(count == 1 ? "" : "s")"
  }

  private mutating func explainLock(_ user: Row<User>, at now: Timestamp, _ policy: Lockout) {
    let who = user[User.lockedBy] == .staff ? "by staff" : "by the policy"
    add(
      "locked \(who) after \(Self.wrong(user[User.failedAttempts]))",
      "ubadmin user unlock \(email)", "lets the user in with the same password")
    add(
      "the password may be forgotten", "ubadmin user reset-password \(email)",
      "mails a link by which to choose a new one, and unlocks with it")
    guard let until = policy.end(for: user) else { return }
    add(
      "the policy unlocks at \(zone.text(until))", until <= now ? "sign in" : "wait until then",
      "the next right password lets the user in")
  }

  private mutating func explain(_ identities: [Row<PortalIdentity>]) {
    let password = identities.first { $0[PortalIdentity.provider] == .password }
    let others = identities.filter { $0[PortalIdentity.provider] != .password }
      .map { $0[PortalIdentity.provider].rawValue }
    if !others.isEmpty {
      reasons.append(
        Reason(
          found: "signs in with \(others.joined(separator: ", "))",
          remedy: "use that provider's button", effect: "a password typed here does not help"))
    }
    guard password?[PortalIdentity.passwordHash] == nil else { return }
    if others.isEmpty { canSignIn = false }
    add(
      "no password was ever set", "the portal's “forgot password”",
      "mails a link by which to choose one")
  }

  private func state(of tokens: [Row<Token>], _ purpose: TokenPurpose, at now: Timestamp) -> String
  {
    guard let last = tokens.last(where: { $0[Token.purpose] == purpose }) else {
      return "no mail was sent"
    }
    let sent = zone.text(last[Token.issuedAt])
    if last.isOpen(at: now) {
      return "the mail of \(sent) holds until \(zone.text(last[Token.expiresAt]))"
    }
    return "the mail of \(sent) no longer holds"
  }

  private mutating func add(_ found: String, _ remedy: String, _ effect: String) {
    reasons.append(Reason(found: found, remedy: remedy, effect: effect))
  }
}
