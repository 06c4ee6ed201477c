package import Engines
package import Ledger
package import Values

/// Users and what hangs on them.
extension Books {
  package func user(_ email: EmailAddress, field: String = "email") throws(RuleError) -> Row<User> {
    if let row = try rows(User.byEmail, email.signInName).first { return row }
    throw .refuse(
      .notFound, field: field, found: "no user \(email)", expected: "a user of the portal",
      remedy: OperationName("user", "register").remedy(ifNone: email))
  }

  /// Moves a user through the life cycle; nil if the user is unchanged.
  func step(_ user: Row<User>, _ event: UserEvent) throws(RuleError) -> Row<User>? {
    let status = user[User.status]
    switch UserLifeCycle.step(from: status, by: event) {
    case .alreadySo: return nil
    case .to(let usual):
      // The end of a suspension restores the status from before it.
      let next = event == .unsuspend ? user[User.suspendedFrom] ?? usual : usual
      var after = user
      after[User.status] = next
      after[User.statusSince] = now
      after[User.suspendedFrom] = event == .suspend ? status : nil
      if event == .activate {
        after[User.activatedAt] = now
        // Anyone who asked for it had not proved to be the user.
        after[User.newEmail] = nil
      }
      if next != .lockedOut, event != .suspend {
        after[User.lockedBy] = nil
        if status == .lockedOut || user[User.suspendedFrom] == .lockedOut {
          after[User.failedAttempts] = 0
        }
      }
      return after
    case .refused:
      let commands = UserLifeCycle.commands(from: status).map { "`\($0)`" }
      throw .refuse(
        .wrongStatus, field: "email",
        found: "\(user[User.email]), \(status.rawValue): \(status.meaning)",
        expected: "a user who is "
          + UserStatus.allCases.filter { UserLifeCycle.table[$0]?[event] != nil }
          .map(\.rawValue).joined(separator: ", "),
        remedy: "such a user can be given " + commands.joined(separator: ", "))
    }
  }

  /// Ends the user's sessions, or some of them; answers how many there were.
  @discardableResult
  func endSessions(
    of user: Row<User>, keeping kept: Row<PortalSession>? = nil,
    where isMeant: (Row<PortalSession>) -> Bool = { _ in true }
  ) throws(RuleError) -> Int {
    var count = 0
    for session in try rows(PortalSession.ofUser, user[User.id])
    where session.isOpen(at: now) && session != kept && isMeant(session) {
      var after = session
      after[PortalSession.endedAt] = now
      update(session, to: after)
      count += 1
    }
    return count
  }

  /// Makes the user's open tokens worthless; of one purpose, or of all.
  func voidTokens(of user: Row<User>, for purpose: TokenPurpose? = nil) throws(RuleError) {
    for token in try rows(Token.ofUser, user[User.id])
    where token.isOpen(at: now) && (purpose == nil || token[Token.purpose] == purpose) {
      var after = token
      after[Token.voidedAt] = now
      update(token, to: after)
    }
  }

  /// The effect of a row of a file for a user who was mailed such a link today, other than by
  /// registering: the file may have come twice.
  func mailsAgain(_ purpose: TokenPurpose, to user: Row<User>) throws(RuleError) -> Effect? {
    guard repeats.isOfFile else { return nil }
    var tokens = try rows(Token.ofUser, user[User.id]).filter { $0[Token.purpose] == purpose }
    if purpose == .activation, tokens.first?[Token.issuedAt] == user[User.registeredAt] {
      tokens.removeFirst()
    }
    guard tokens.contains(where: { settings.zone.day(of: $0[Token.issuedAt]) == today }) else {
      return nil
    }
    return try alreadyThere("today's mail to \(user[User.email])", field: "email")
  }

  /// Records a token that goes out by mail; those before it for the same purpose are void.
  func issue(
    _ secret: PortalSecret, _ purpose: TokenPurpose, to user: Row<User>, voidsEarlier: Bool
  ) throws(RuleError) -> Row<Token> {
    if voidsEarlier { try voidTokens(of: user, for: purpose) }
    var token = Row<Token>()
    token[Token.id] = try nextID(Token.self)
    token[Token.user] = user[User.id]
    token[Token.purpose] = purpose
    token[Token.hash] = secret.hash
    token[Token.issuedAt] = now
    token[Token.expiresAt] = now.adding(days: settings.integer(.tokenDays))
    insert(token)
    return token
  }

  /// The user with another name, where one is given.
  func name(_ user: Row<User>, _ first: Line?, _ last: Line?) -> Row<User> {
    var after = user
    if let first { after[User.firstName] = first }
    if let last { after[User.lastName] = last }
    update(user, to: after)
    return after
  }

  /// Inside one operation only one of these may be asked for: the address is unique.
  func requireFree(_ email: EmailAddress, field: String = "email") throws(RuleError) {
    guard let other = try rows(User.byEmail, email.signInName).first else { return }
    throw .refuse(
      .duplicate, field: field,
      found: "\(email), which user \(other[User.firstName]) \(other[User.lastName]) signs in with",
      expected: "an address that is not used by another user",
      remedy: "see `user show \(word: email)`")
  }
}

extension Row<Token> {
  func isOpen(at now: Timestamp) -> Bool {
    self[Token.usedAt] == nil && self[Token.voidedAt] == nil && self[Token.expiresAt] > now
  }
}

extension Row<PortalSession> {
  func isOpen(at now: Timestamp) -> Bool {
    self[PortalSession.endedAt] == nil && self[PortalSession.expiresAt] > now
  }
}
