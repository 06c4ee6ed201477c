package import Ledger
package import Values

/// A citizen has forgotten the password.
package struct ForgotPassword: Operation {
  package static let name = OperationName("portal", "forgot-password")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let fields = [UserFields.email.info]
  let email: EmailAddress
  let token: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    token = PortalSecret(input.secrets)
    email = try input.require(UserFields.email)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let answer = Effect.alike("if \(email) is registered, a mail with a link is on its way")
    guard let user = try books.rows(User.byEmail, email.signInName).first else { return answer }
    switch user[User.status] {
    case .active, .recovery, .passwordExpired, .lockedOut:
      try books.mail(token, .recovery, to: user)
    case .staged, .provisioned: try books.invite(user, token, voidsEarlier: false)
    case .suspended, .deprovisioned: break
    }
    return answer
  }
}

/// A citizen chooses a new password by the link of a recovery mail.
package struct PortalResetPassword: Operation {
  package static let name = OperationName("portal", "reset-password")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.isRefused
  package static let fields = [token.info, password.info]
  package static let isSlow = true
  static let token = Field<PortalToken>.secret("token", "recovery token from the link in the mail")
  static let password = Field<Password>.secret("password", "new password")
  let token: PortalToken
  let work: PasswordWork

  package init(_ input: Input) throws(Rejection) {
    token = try input.require(Self.token)
    work = PasswordWork(try input.require(Self.password), input.secrets)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let (row, user) = try books.openToken(token, for: [.recovery])
    books.use(row)
    let after = try books.choose(work, for: user)
    return Effect(
      "the password of \(user[User.email]) is changed",
      notices: after[User.status] == .lockedOut ? ["the login is still locked"] : [])
  }
}

/// A citizen unlocks the login by mail.
package struct PortalUnlock: Operation {
  package static let name = OperationName("portal", "unlock")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let fields = [email.info, token.info]
  static let email = Field<EmailAddress>.option("email", "where to send the unlocking mail")
  static let token = Field<PortalToken>.secret(
    "token", unless: "email", "unlocking token from the link in the mail")
  let email: EmailAddress?
  let token: PortalToken?
  let secret: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    secret = PortalSecret(input.secrets)
    email = try input[Self.email]
    token = email == nil ? try input.require(Self.token) : nil
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let email {
      if let user = try books.rows(User.byEmail, email.signInName).first,
        user[User.status] == .lockedOut, user[User.lockedBy] == .policy
      {
        try books.mail(secret, .unlock, to: user)
      }
      return Effect.alike("if the login of \(email) is locked, an unlocking mail is on its way")
    }
    guard let token else { return Effect("unchanged") }
    let (row, user) = try books.openToken(token, for: [.unlock])
    books.use(row)
    guard user[User.lockedBy] != .staff, let after = try books.step(user, .unlock) else {
      return Effect("\(user[User.email]) is unchanged: \(user[User.status].rawValue)")
    }
    books.update(user, to: after)
    return Effect("\(user[User.email]) is unlocked")
  }
}
