import Engines
package import Ledger
package import Values

/// Signs a citizen in.
package struct SignIn: Operation {
  package static let name = OperationName("portal", "sign-in")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let fields = [
    email.info, password.info, provider.info, IdentityFields.subject.info,
    remember.info,
  ]

  package static let isSlow = true
  package static let countsGuesses = true
  static let email = Field<EmailAddress>.argument(
    "email", namesRecord: false, "the user's e-mail address")
  static let password = Field<Password>.secret("password", unless: "provider", "password")
  static let provider = Field<IdentityProvider>.option(
    "provider", "external provider that has authenticated the user")
  static let remember = Field<YesNo>.option(
    "remember", "whether to keep the session open longer (remember me)")

  let email: EmailAddress
  let work: PasswordWork?
  let provider: IdentityProvider
  let subject: Line?
  let isRemembered: Bool
  let session: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    session = PortalSecret(input.secrets)
    email = try input.require(Self.email).signInName
    provider = try input[Self.provider] ?? .password
    subject = try input[IdentityFields.subject]
    work =
      provider == .password ? PasswordWork(try input.require(Self.password), input.secrets) : nil
    isRemembered = try input[Self.remember]?.isYes ?? false
    guard (provider == .password) == (subject == nil) else {
      throw Rejection(
        .contradictory, field: "subject", found: "provider \(provider.rawValue)",
        expected: "\(field: "provider") and \(field: "subject") together, or a password",
        remedy: "give both, or neither")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let work { return try byPassword(work, books) }
    guard let subject else { return try refuseUnknownIdentity(books) }
    return try byProvider(subject, books)
  }

  private func byPassword(_ work: PasswordWork, _ books: Books) throws(RuleError) -> Effect {
    let found = try books.rows(User.byEmail, email).first
    let identity: Row<PortalIdentity>? =
      if let found { try books.passwordIdentity(of: found) } else { nil }
    // Before anything is decided, so that every answer takes as long.
    let isRight = try work.matches(identity?[PortalIdentity.passwordHash])
    guard let found else { return try refuse(nil, .unknownUser, books) }
    let user = try books.released(found)
    guard !Lockout(books.settings).holdsOff(user) else {
      return try refuse(user, .refused, books)
    }
    guard isRight, let identity else {
      try books.countWrongPassword(user)
      return try refuse(user, .wrongPassword, books)
    }
    var after = user
    after[User.failedAttempts] = 0
    books.update(user, to: after)
    if books.isOutdated(identity) { after = try books.expirePassword(of: after) }
    guard after[User.status] == .active else { return try explain(after, books) }
    return try enter(after, books)
  }

  private func byProvider(_ subject: Line, _ books: Books) throws(RuleError) -> Effect {
    guard let identity = try books.externalIdentity(provider, subject),
      let found = try books.find(User.self, identity[PortalIdentity.user])
    else { return try refuseUnknownIdentity(books) }
    let user = try books.released(found)
    return user[User.status] == .active ? try enter(user, books) : try explain(user, books)
  }

  private func enter(_ user: Row<User>, _ books: Books) throws(RuleError) -> Effect {
    try books.record(.signedIn, email, user, by: provider)
    var after = user
    after[User.lastSignInAt] = books.now
    books.update(user, to: after)
    try open(after, in: books)
    return Effect("\(user[User.email]) is signed in", newKey: session.token)
  }

  /// The same message whether the address, the status or the password was wrong.
  private func refuse(
    _ user: Row<User>?, _ outcome: SignInOutcome, _ books: Books
  ) throws(RuleError) -> Effect {
    try books.record(outcome, email, user, by: provider)
    return Effect(recording: .wrongSignIn)
  }

  /// Whether a login has the address is not told, nor is the identity added to it: the provider may
  /// not have verified the address.
  private func refuseUnknownIdentity(_ books: Books) throws(RuleError) -> Effect {
    try books.record(.unknownUser, email, nil, by: provider)
    return Effect(
      recording: Rejection(
        .signInFailed, field: "subject",
        found: "\(provider.article) account that is not linked to a login",
        expected: "one that was registered or added by its user",
        remedy: "register with it, or sign in another way and use `portal add-identity`"))
  }

  /// The status is shown only to those who have proved to be the user.
  private func explain(_ user: Row<User>, _ books: Books) throws(RuleError) -> Effect {
    try books.record(.refused, email, user, by: provider)
    let status = user[User.status]
    return Effect(
      recording: Rejection(
        .wrongStatus, found: "\(user[User.email]), \(status.rawValue): \(status.meaning)",
        expected: "an active user", remedy: status.remedy))
  }

  private func open(_ user: Row<User>, in books: Books) throws(RuleError) {
    var row = Row<PortalSession>()
    row[PortalSession.id] = try books.nextID(PortalSession.self)
    row[PortalSession.user] = user[User.id]
    row[PortalSession.hash] = session.hash
    row[PortalSession.provider] = provider
    row[PortalSession.remembered] = isRemembered
    row[PortalSession.startedAt] = books.now
    row[PortalSession.expiresAt] =
      isRemembered
      ? books.now.adding(days: books.settings.integer(.rememberDays))
      : books.now.adding(hours: books.settings.integer(.sessionHours))
    books.insert(row)
  }
}

extension Rejection {
  /// The message for every sign-in that fails.
  static let wrongSignIn = Rejection(
    .signInFailed, found: "an e-mail address and a password that do not match",
    expected: "those of a user who is not locked out",
    remedy: "try again, or use `portal forgot-password`; staff: `explain EMAIL`")
}

extension UserStatus {
  /// What the citizen can do about it.
  fileprivate var remedy: String {
    switch self {
    case .staged, .provisioned: "follow the link in the activation mail, or ask for a new one"
    case .recovery: "follow the link in the recovery mail, or use `portal forgot-password`"
    case .passwordExpired: "use `portal change-password`"
    case .lockedOut: "use `portal unlock`, or call us"
    case .active, .suspended, .deprovisioned: "call us"
    }
  }
}
