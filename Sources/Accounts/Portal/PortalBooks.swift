import Engines
import Ledger
import Values

/// Queries of the portal's operations.
extension Books {
  /// The row of a valid token, and its user. Whoever has the token may see its outcome, because
  /// nobody can guess one.
  func openToken(
    _ sent: PortalToken, for purposes: Set<TokenPurpose>
  ) throws(RuleError) -> (token: Row<Token>, user: Row<User>) {
    guard let token = try rows(Token.byHash, sent.secret.hash).first,
      purposes.contains(token[Token.purpose]), let user = try find(User.self, token[Token.user])
    else { throw Self.unusable("a link that was not sent for this purpose") }
    if let used = token[Token.usedAt] {
      throw Self.unusable("a link that was used \(settings.zone.text(used))")
    }
    if token[Token.voidedAt] != nil {
      throw Self.unusable(
        "a link that is no longer valid, because of a later mail, an activation or a new password")
    }
    guard token.isOpen(at: now) else {
      throw Self.unusable(
        "a link that was valid until \(settings.zone.text(token[Token.expiresAt]))")
    }
    return (token, user)
  }

  static func unusable(_ found: String) -> RuleError {
    .refuse(
      .notFound, field: "token", found: found, expected: "the token from the link in the last mail",
      remedy: "ask for a new mail")
  }

  func use(_ token: Row<Token>) {
    var after = token
    after[Token.usedAt] = now
    update(token, to: after)
  }

  /// The user who is signed in with that session.
  func signedIn(_ session: PortalToken) throws(RuleError) -> Row<User> {
    try requireSession(session).user
  }

  /// An open session of an active user, and that user.
  func requireSession(
    _ session: PortalToken
  ) throws(RuleError) -> (row: Row<PortalSession>, user: Row<User>) {
    guard let open = try openSession(session), open.user[User.status] == .active else {
      throw .refuse(
        .notPermitted, field: "session", found: "a session that has ended",
        expected: "the session token of a signed-in user", remedy: "sign in again")
    }
    return open
  }

  /// Nil if the session has ended, or never was.
  func openSession(
    _ session: PortalToken
  ) throws(RuleError) -> (row: Row<PortalSession>, user: Row<User>)? {
    guard let row = try rows(PortalSession.byHash, session.secret.hash).first,
      row.isOpen(at: now), let user = try find(User.self, row[PortalSession.user])
    else { return nil }
    return (row, user)
  }

  /// Refuses a password that the settings do not allow.
  func requireGood(
    _ password: Password, for email: EmailAddress, field: String = "password"
  ) throws(RuleError) {
    guard let fault = password.fault(for: email, settings) else { return }
    throw .refuse(
      .passwordTooWeak, field: field, found: fault.found, expected: fault.expected,
      remedy: "choose another password; several words work well")
  }

  func record(
    _ outcome: SignInOutcome, _ email: EmailAddress, _ user: Row<User>?,
    by provider: IdentityProvider
  ) throws(RuleError) {
    var row = Row<SignInAttempt>()
    row[SignInAttempt.id] = try nextID(SignInAttempt.self)
    row[SignInAttempt.email] = Line(trusted: email.folded)
    row[SignInAttempt.user] = user?[User.id]
    row[SignInAttempt.provider] = provider
    row[SignInAttempt.outcome] = outcome
    row[SignInAttempt.at] = now
    insert(row)
  }

  /// The user as the policy has it now: who was locked out long enough is unlocked.
  func released(_ user: Row<User>) throws(RuleError) -> Row<User> {
    guard Lockout(settings).isOver(for: user, at: now), let after = try step(user, .unlock)
    else { return user }
    update(user, to: after)
    return after
  }

  /// One more wrong password; it may be the one that locks the user out.
  func countWrongPassword(_ user: Row<User>) throws(RuleError) {
    var after = user
    after[User.failedAttempts] += 1
    guard Lockout(settings).isReached(by: after),
      UserLifeCycle.table[user[User.status]]?[.lock] != nil,
      var locked = try step(after, .lock)
    else {
      update(user, to: after)
      return
    }
    locked[User.lockedBy] = .policy
    update(user, to: locked)
    try endSessions(of: locked)
    guard settings[.lockoutNotice] == YesNo.yes.rawValue else { return }
    try post(.lockedOut(user[User.firstName], settings), to: user[User.email], user: user[User.id])
  }

  /// A new password, after the user was authenticated. Anyone who had the old one loses access:
  /// other sessions end, and so do links that were mailed and an address that waits.
  func choose(
    _ work: PasswordWork, for user: Row<User>, field: String = "password",
    keeping session: Row<PortalSession>? = nil
  ) throws(RuleError) -> Row<User> {
    try requireGood(work.password, for: user[User.email], field: field)
    guard var after = try step(user, .choosePassword) else { return user }
    if after[User.status] == user[User.status] {
      after[User.statusSince] = user[User.statusSince]
    }
    if after[User.status] != .lockedOut { after[User.failedAttempts] = 0 }
    update(user, to: after)
    try setPassword(work, of: user)
    try endSessions(of: user, keeping: session)
    try voidTokens(of: user, for: .recovery)
    return try dropNewAddress(of: after)
  }

  /// Whether a password is older than the settings allow.
  func isOutdated(_ identity: Row<PortalIdentity>) -> Bool {
    let days = settings.integer(.passwordDays)
    return days > 0 && identity[PortalIdentity.addedAt].adding(days: days) <= now
  }

  func expirePassword(of user: Row<User>) throws(RuleError) -> Row<User> {
    guard UserLifeCycle.table[user[User.status]]?[.expirePassword] != nil,
      let after = try step(user, .expirePassword)
    else { return user }
    update(user, to: after)
    return after
  }
}
