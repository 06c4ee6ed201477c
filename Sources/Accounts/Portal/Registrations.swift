import Engines
import Ledger
import Values

/// Registrations that wait for the link of their mail to be followed.
extension Books {
  /// Mails the link that makes a registration count. Earlier ones still wait: which of them is the
  /// owner's, only the owner of the address knows.
  func keep(
    _ secret: PortalSecret, of user: Row<User>,
    _ fill: (inout Row<Registration>) -> Void
  ) throws(RuleError) {
    var row = Row<Registration>()
    fill(&row)
    var addressee = user
    addressee[User.firstName] = row[Registration.firstName]
    let token = try mail(secret, .activation, to: addressee, voidsEarlier: false)
    row[Registration.token] = token[Token.id]
    insert(row)
  }

  /// Tells the owner of an address, by mail alone, that there is a login already.
  func tell(_ owner: Row<User>, at address: EmailAddress) throws(RuleError) {
    try post(
      .registeredAlready(owner[User.firstName], owner[User.status], settings), to: address,
      user: owner[User.id])
  }

  /// Sends an activation mail by whose link a password is chosen.
  func invite(_ user: Row<User>, _ secret: PortalSecret, voidsEarlier: Bool) throws(RuleError) {
    try mail(secret, .activation, to: try invited(user), voidsEarlier: voidsEarlier)
  }

  /// The user as somebody who has an activation mail.
  func invited(_ user: Row<User>) throws(RuleError) -> Row<User> {
    guard var after = try step(user, .invite) else { return user }
    if user[User.status] == .provisioned { after[User.statusSince] = user[User.statusSince] }
    update(user, to: after)
    return after
  }

  /// Makes the owner of the address the user, by the link of an activation mail: what was typed in
  /// the registration of that mail counts, or the password that is chosen now.
  func activate(
    _ user: Row<User>, by token: Row<Token>, choosing work: PasswordWork?
  ) throws(RuleError) {
    let registration = try find(Registration.self, token[Token.id])
    guard work != nil || registration != nil else {
      throw .refuse(
        .required, field: "password", found: "nothing",
        expected: "a password, because none was chosen at registration", remedy: "give a password")
    }
    guard var after = try step(user, .activate) else {
      throw Self.unusable("a link for a login that is already active")
    }
    if let registration {
      after[User.firstName] = registration[Registration.firstName]
      after[User.lastName] = registration[Registration.lastName]
    }
    after[User.failedAttempts] = 0
    update(user, to: after)
    try endWhatOthersPrepared(for: user)
    if let subject = registration?[Registration.subject], let registration {
      let provider = registration[Registration.provider]
      try requireUnused(provider, subject, field: "token")
      try addIdentity(provider, subject: subject, to: user)
    }
    if let work {
      try requireGood(work.password, for: user[User.email])
      try setPassword(work, of: user)
    } else if let hash = registration?[Registration.passwordHash] {
      try addIdentity(.password, passwordHash: hash, to: user)
    }
  }

  /// Before an activation nobody has proved to be the user, so nothing from before it may last.
  func endWhatOthersPrepared(for user: Row<User>) throws(RuleError) {
    try endSessions(of: user)
    try voidTokens(of: user)
    end(try openIdentities(of: user))
  }
}
