/// Signs a citizen in.
public struct SignIn: Operation {
  public static let name = OperationName("portal", "sign-in")
  public static let summary = "Sign in as a user of the portal"
  public static let discussion = """
    Prints the session's word, which other portal commands take. A wrong password and an unknown \
    address get the same answer after the same time; wrong passwords count towards the lockout \
    policy. With --provider and --subject the external provider has made sure of the user.
    """
  public static let examples = [
    "portal sign-in fern.locke11@example.org --password-file password.txt --remember yes"
  ]
  public static let fields = [
    UserFields.email.info, password.info, provider.info, subject.info, remember.info,
  ]

  static let password = Field<Password>.secret("password", unless: "provider", "password")
  static let provider = Field<IdentityProvider>.option(
    "provider", "external provider that has made sure of the user")
  static let subject = Field<Line>.option("subject", "how the provider calls the user")
  static let remember = Field<YesNo>.option("remember", "whether the session is a long one")

  let email: EmailAddress
  let password: Password?
  let provider: IdentityProvider
  let subject: Line?
  let isRemembered: Bool
  let session = PortalSecret()

  public init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email).signInName
    provider = try input[Self.provider] ?? .password
    subject = try input[Self.subject]
    password = provider == .password ? try input.require(Self.password) : nil
    isRemembered = try input[Self.remember]?.isYes ?? false
    guard (provider == .password) == (subject == nil) else {
      throw Rejection(
        .contradictory, field: "subject", found: "provider \(provider.rawValue)",
        expected: "--provider and --subject together, or a password",
        mend: "give both, or neither")
    }
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let found = try books.rows(User.byEmail, email).first
    let user = try found.map { (user) throws(Stop) in try books.released(user) }
    let isProved = try isProved(user, in: books)
    guard let user, isProved else {
      if let user { return try fail(user, in: books) }
      try books.record(.unknownUser, email, nil, by: provider)
      return Self.refused
    }
    guard user[User.status] == .active else {
      try books.record(.refused, email, user, by: provider)
      return Effect(
        "\(email) cannot sign in: \(user[User.status].meaning)", isRefusal: true)
    }
    try books.record(.signedIn, email, user, by: provider)
    var after = user
    after[User.failedAttempts] = 0
    after[User.lastSignInAt] = books.now
    books.update(user, to: after)
    try open(after, in: books)
    return Effect("\(email) is signed in", newKey: session.word)
  }

  private static let refused = Effect(
    "the e-mail address or the password is not right", isRefusal: true)

  private func isProved(_ user: Row<User>?, in books: Books) throws(Stop) -> Bool {
    if let subject {
      let identities = try books.rows(PortalIdentity.ofSubject, provider, subject)
      return identities.contains {
        $0[PortalIdentity.user] == user?[User.id] && $0[PortalIdentity.endedAt] == nil
      }
    }
    guard let password else { return false }
    let identities = try user.map { (user) throws(Stop) in
      try books.rows(PortalIdentity.ofUser, user[User.id])
    }
    let own = identities?.last {
      $0[PortalIdentity.provider] == .password && $0[PortalIdentity.endedAt] == nil
    }
    guard let hash = own?[PortalIdentity.passwordHash] else {
      try PasswordHash.spend(password)
      return false
    }
    return try PasswordHash(stored: hash.text).matches(password)
  }

  /// Counts a wrong password, and locks out by the policy.
  private func fail(_ user: Row<User>, in books: Books) throws(Stop) -> Effect {
    try books.record(.wrongPassword, email, user, by: provider)
    guard provider == .password else { return Self.refused }
    var after = user
    after[User.failedAttempts] += 1
    let limit = books.settings.integer(.lockoutAttempts)
    guard limit > 0, after[User.failedAttempts] >= limit, user[User.status] == .active,
      var locked = try books.step(after, .lock)
    else {
      books.update(user, to: after)
      return Self.refused
    }
    locked[User.lockedBy] = .policy
    books.update(user, to: locked)
    try books.endSessions(of: locked)
    if books.settings[.lockoutNotice] == YesNo.yes.rawValue {
      try books.post(
        .lockedOut(user[User.firstName], books.settings), to: user[User.email],
        user: user[User.id])
    }
    return Self.refused
  }

  private func open(_ user: Row<User>, in books: Books) throws(Stop) {
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
