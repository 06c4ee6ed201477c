/// What the citizen's side asks of the books.
extension Books {
  /// The row of a token that still holds, and its user. Whatever is wrong with it, the answer is the
  /// same.
  func openToken(
    _ word: PortalWord, for purposes: Set<TokenPurpose>
  ) throws(Stop) -> (token: Row<Token>, user: Row<User>) {
    guard let token = try rows(Token.byHash, word.secret.hash).first, token.isOpen(at: now),
      purposes.contains(token[Token.purpose]), let user = try find(User.self, token[Token.user])
    else {
      throw .refuse(
        .notFound, field: "token", found: "a link that does not hold, or no longer",
        expected: "the word of the link in the last mail", mend: "ask for a new mail")
    }
    return (token, user)
  }

  func use(_ token: Row<Token>) {
    var after = token
    after[Token.usedAt] = now
    update(token, to: after)
  }

  /// The user who is signed in with that session.
  func signedIn(_ session: PortalWord) throws(Stop) -> Row<User> {
    guard let row = try rows(PortalSession.byHash, session.secret.hash).first,
      row[PortalSession.endedAt] == nil, row[PortalSession.expiresAt] > now,
      let user = try find(User.self, row[PortalSession.user]), user[User.status] == .active
    else {
      throw .refuse(
        .notPermitted, field: "session", found: "a session that has ended",
        expected: "the session of a user who is signed in", mend: "sign in again")
    }
    return user
  }

  /// The user's password takes the place of the one before.
  func set(_ password: Password, salt: PortalSecret, of user: Row<User>) throws(Stop) {
    if let fault = password.fault(for: user[User.email], settings) {
      throw .refuse(
        .malformed, field: "password", found: fault.found, expected: fault.expected,
        mend: "choose another password")
    }
    for old in try rows(PortalIdentity.ofUser, user[User.id])
    where old[PortalIdentity.provider] == .password && old[PortalIdentity.endedAt] == nil {
      var ended = old
      ended[PortalIdentity.endedAt] = now
      update(old, to: ended)
    }
    var row = Row<PortalIdentity>()
    row[PortalIdentity.id] = try nextID(PortalIdentity.self)
    row[PortalIdentity.user] = user[User.id]
    row[PortalIdentity.provider] = .password
    row[PortalIdentity.passwordHash] = Secret(
      trusted: try PasswordHash(password, salt: salt).text)
    row[PortalIdentity.addedAt] = now
    insert(row)
  }

  func record(
    _ outcome: SignInOutcome, _ email: EmailAddress, _ user: Row<User>?,
    by provider: IdentityProvider
  ) throws(Stop) {
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
  func released(_ user: Row<User>) throws(Stop) -> Row<User> {
    let minutes = settings.integer(.lockoutMinutes)
    guard user[User.status] == .lockedOut, user[User.lockedBy] == .policy, minutes > 0,
      user[User.statusSince].adding(minutes: minutes) <= now,
      let after = try step(user, .unlock)
    else { return user }
    update(user, to: after)
    return after
  }
}
