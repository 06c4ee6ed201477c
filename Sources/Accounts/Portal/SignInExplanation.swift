package import Engines
package import Ledger
package import Values

/// What keeps a user from signing in, with a remedy for each.
package struct SignInExplanation {
  /// One reason why the user cannot sign in.
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
  /// The reason that staff gave for the status, after a colon; empty if none.
  private let why: String

  package static func reasons(ofUnknown email: EmailAddress) -> [Reason] {
    [
      Reason(
        found: "the address may be spelled differently", remedy: "ubadmin search \(word: email)",
        effect: "finds customers and users with a similar address"),
      Reason(
        found: "the person may never have registered",
        remedy: .command(
          "ubadmin user register", email, options: ["first": "FIRST", "last": "LAST"]),
        effect: "adds the user and sends an activation mail"),
    ]
  }

  package init(of user: Row<User>, on store: Store) throws {
    email = user[User.email]
    zone = store.settings.zone
    // Only these reasons are shown, so the journal is not searched for others.
    let isByStaff =
      [.suspended, .deprovisioned].contains(user[User.status]) || user[User.lockedBy] == .staff
    why = isByStaff ? try user.reasonOfStatus(on: store).map { ": \($0)" } ?? "" : ""
    let books = store.books()
    let tokens = try books.rows(Token.ofUser, user[User.id])
    let methods = SignInMethods(try books.openIdentities(of: user))
    let unsent = try store.unsentMail(to: user)
    explain(user, tokens, methods, unsent, at: store.now, store.settings)
    if !user[User.status].awaitsActivation, user[User.status] != .deprovisioned {
      try explain(methods, of: user, in: books)
    }
    try explainLinks(of: user, in: books)
  }

  /// What the user signs in with.
  private struct SignInMethods {
    let password: Row<PortalIdentity>?
    let providers: [String]

    init(_ identities: [Row<PortalIdentity>]) {
      password = identities.last {
        $0[PortalIdentity.provider] == .password && $0[PortalIdentity.passwordHash] != nil
      }
      providers = identities.filter { $0[PortalIdentity.provider] != .password }
        .map { $0[PortalIdentity.provider].rawValue }
    }
  }

  private mutating func explain(
    _ user: Row<User>, _ tokens: [Row<Token>], _ methods: SignInMethods, _ unsent: OutboxStatus?,
    at now: Timestamp, _ settings: Settings
  ) {
    let status = user[User.status]
    let policy = Lockout(settings)
    let isHeldOff = policy.holdsOff(user) && methods.providers.isEmpty
    canSignIn = policy.isOver(for: user, at: now) || (status == .active && !isHeldOff)
    switch status {
    case .active: explainAttempts(user, policy)
    case .staged, .provisioned:
      add(
        "not activated: " + state(of: tokens, .activation, unsent, at: now),
        "ubadmin user resend \(word: email)",
        "sends a new activation link; earlier ones no longer work")
      add(
        "the address is not verified", "ubadmin user activate \(word: email)",
        "activates without verification and without a password: “forgot password” sets one")
    case .recovery:
      add(
        "a new password must be chosen: " + state(of: tokens, .recovery, unsent, at: now),
        "ubadmin user reset-password \(word: email)",
        "sends a new recovery link; earlier ones no longer work")
    case .passwordExpired:
      add(
        "the password has expired", "ubadmin user reset-password \(word: email)",
        "sends a link to choose a new one")
    case .lockedOut: explainLock(user, methods, at: now, policy)
    case .suspended:
      add(
        "suspended by staff\(why)", "ubadmin user unsuspend \(word: email)",
        (user[User.suspendedFrom] ?? .active).returning)
    case .deprovisioned:
      add(
        "the login was deactivated\(why)", "ubadmin user resend \(word: email)",
        "invites the user again with an activation mail")
    }
  }

  private mutating func explainAttempts(_ user: Row<User>, _ policy: Lockout) {
    guard user[User.failedAttempts] > 0, let left = policy.attemptsLeft(to: user) else { return }
    add(
      Self.wrong(user[User.failedAttempts])
        + (left == 0
          ? ": passwords are no longer checked" : "; the login will be locked after \(left) more"),
      "ubadmin user reset-password \(word: email)", "sends a link to choose a new password")
  }

  private static func wrong(_ count: Int) -> String {
    "\(count) wrong password\(count == 1 ? "" : "s")"
  }

  private mutating func explainLock(
    _ user: Row<User>, _ methods: SignInMethods, at now: Timestamp, _ policy: Lockout
  ) {
    let isByStaff = user[User.lockedBy] == .staff
    add(
      isByStaff
        ? "locked by staff\(why)"
        : "locked by the policy after \(Self.wrong(user[User.failedAttempts]))",
      "ubadmin user unlock \(word: email)",
      methods.password == nil
        ? "lets the user sign in again" : "lets the user in with the same password")
    if methods.password != nil {
      add(
        "the password may be forgotten", "ubadmin user reset-password \(word: email)",
        "sends a link to choose a new one, which also unlocks the user")
    }
    guard let until = policy.end(for: user) else { return }
    add(
      "the policy unlocks at \(zone.text(until))", until <= now ? "sign in" : "wait until then",
      "the next correct password lets the user in")
  }

  private mutating func explain(
    _ methods: SignInMethods, of user: Row<User>, in books: Books
  ) throws(RuleError) {
    let isOutdated = methods.password.map { books.isOutdated($0) } ?? false
    if isOutdated, user[User.status] == .active {
      if methods.providers.isEmpty { canSignIn = false }
      add(
        "the password is older than \(books.settings[.passwordDays]) days",
        "ubadmin user reset-password \(word: email)", "sends a link to choose a new one")
    }
    guard methods.password == nil else { return }
    if methods.providers.isEmpty {
      canSignIn = false
    } else {
      add(
        "signs in with \(methods.providers.joined(separator: ", "))", "use that provider's button",
        "a password does not work")
    }
    add(
      "no password is set", "the portal's “forgot password”",
      "sends a link to choose one")
  }

  private mutating func explainLinks(of user: Row<User>, in books: Books) throws(RuleError) {
    let remedy = String.command("ubadmin link add", email, "ACCOUNT", options: ["cid": "CID"])
    let limit = LinkLimit(try books.refusedLinks(of: user), books.settings)
    if let until = limit.end {
      add(
        "\(limit.count) wrong attempts to link an account in 24 hours: further attempts are refused until "
          + zone.text(until), remedy, "links the account immediately")
    }
    guard try books.openLinks(of: user).isEmpty else { return }
    add(
      "no account is linked, so there is nothing to see", remedy,
      "links an account; this is not needed to sign in")
  }

  private func state(
    of tokens: [Row<Token>], _ purpose: TokenPurpose, _ unsent: OutboxStatus?, at now: Timestamp
  ) -> String {
    guard let last = tokens.last(where: { $0[Token.purpose] == purpose }) else {
      return "no mail was sent"
    }
    switch unsent {
    case .failed: return "the mail could not be sent"
    case .waiting, .sending: return "the mail has not left the outbox yet"
    case .sent, nil: break
    }
    let sent = zone.text(last[Token.issuedAt])
    if last.isOpen(at: now) {
      return "the mail of \(sent) is valid until \(zone.text(last[Token.expiresAt]))"
    }
    return "the mail of \(sent) is no longer valid"
  }

  private mutating func add(_ found: String, _ remedy: String, _ effect: String) {
    reasons.append(Reason(found: found, remedy: remedy, effect: effect))
  }
}
