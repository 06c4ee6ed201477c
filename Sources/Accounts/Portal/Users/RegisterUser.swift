import Engines
package import Ledger
package import Values

/// Adds a user of the portal, as registering there does.
package struct RegisterUser: Operation {
  package static let name = OperationName("user", "register")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let fields = [
    UserFields.email.info, UserFields.first.info, UserFields.last.info, mail.info,
    UserFields.reason.info,
  ]

  static let mail = Field<YesNo>.option(
    "mail", "whether to send the activation mail; default: yes")

  let email: EmailAddress
  let first: Line
  let last: Line
  let mails: Bool
  let secret: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    secret = PortalSecret(input.secrets)
    email = try input.require(UserFields.email).signInName
    first = try input.require(UserFields.first)
    last = try input.require(UserFields.last)
    mails = try input[Self.mail]?.isYes ?? true
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let other = try books.rows(User.byEmail, email).first {
      guard other[User.firstName] == first, other[User.lastName] == last else {
        try books.requireFree(email)
        return Effect("")
      }
      return Effect("user \(email) is unchanged: \(other[User.status].rawValue)")
    }
    let user = try books.register(email, first, last, as: mails ? .provisioned : .staged)
    if mails { try books.mail(secret, .activation, to: user) }
    return Effect("user \(email) registered, \(user[User.status].rawValue)")
  }
}

extension Books {
  func register(
    _ email: EmailAddress, _ first: Line, _ last: Line, as status: UserStatus
  ) throws(RuleError) -> Row<User> {
    var user = Row<User>()
    user[User.id] = try nextID(User.self)
    user[User.email] = email
    user[User.firstName] = first
    user[User.lastName] = last
    user[User.status] = status
    user[User.statusSince] = now
    user[User.registeredAt] = now
    user[User.failedAttempts] = 0
    insert(user)
    return user
  }
}

/// Sends the activation mail again.
package struct ResendActivation: Operation {
  package static let name = OperationName("user", "resend")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let comparesRows = true
  package static let fields = [UserFields.email.info, UserFields.reason.info]
  let email: EmailAddress
  let secret: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    secret = PortalSecret(input.secrets)
    email = try input.require(UserFields.email)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.user(email)
    if let effect = try books.mailsAgain(.activation, to: before) { return effect }
    try books.invite(before, secret, voidsEarlier: true)
    return Effect("user \(email) was sent a new activation mail")
  }
}

/// Makes a user choose a new password.
package struct ResetPassword: Operation {
  package static let name = OperationName("user", "reset-password")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let comparesRows = true
  package static let fields = [UserFields.email.info, UserFields.reason.info]
  let email: EmailAddress
  let secret: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    secret = PortalSecret(input.secrets)
    email = try input.require(UserFields.email)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.user(email)
    if let effect = try books.mailsAgain(.recovery, to: before) { return effect }
    guard let after = try books.step(before, .resetPassword) else { return Effect("unchanged") }
    books.update(before, to: after)
    try books.endSessions(of: after)
    try books.mail(secret, .recovery, to: after)
    return Effect("user \(email) was sent a recovery mail and must choose a new password")
  }
}
