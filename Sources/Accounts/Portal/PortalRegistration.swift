/// A citizen registers.
public struct PortalRegister: Operation {
  public static let name = OperationName("portal", "register")
  public static let summary = "Register in the portal, as a citizen does"
  public static let discussion = """
    The link in the activation mail proves the address. Whether an address has a login already is \
    told to its owner alone, by mail: the answer is the same, and nothing about that login changes.
    """
  public static let examples = [
    "portal register pat.lee@example.com --first Pat --last Lee --password-file password.txt",
    "portal register pat.lee@example.com --first Pat --last Lee --provider google --subject 1168",
  ]
  public static let fields = [
    UserFields.email.info, UserFields.first.info, UserFields.last.info, SignIn.password.info,
    SignIn.provider.info, SignIn.subject.info,
  ]
  public static let isSlow = true
  let email: EmailAddress
  let first: Line
  let last: Line
  let work: PasswordWork?
  let provider: IdentityProvider
  let subject: Line?
  let token = PortalSecret()

  public init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email).signInName
    first = try input.require(UserFields.first)
    last = try input.require(UserFields.last)
    provider = try input[SignIn.provider] ?? .password
    subject = provider == .password ? nil : try input.require(SignIn.subject)
    work = provider == .password ? PasswordWork(try input.require(SignIn.password)) : nil
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    if let work {
      try books.requireGood(work.password, for: email)
      // Also where it will not count, so that the answer takes as long.
      _ = try work.hash()
    }
    let answer = Effect("a mail that says how to go on is on its way to \(email)")
    if let other = try books.rows(User.byEmail, email).first {
      try tell(other, books)
      return answer
    }
    if let subject, try books.externalIdentity(provider, subject) != nil { return answer }
    let user = try books.register(email, first, last, as: .provisioned)
    if let work { try books.setPassword(work, of: user) }
    if let subject { try books.addIdentity(provider, subject, to: user) }
    try books.mail(token, .activation, to: user)
    return answer
  }

  private func tell(_ user: Row<User>, _ books: Books) throws(Stop) {
    switch user[User.status] {
    case .staged, .provisioned: try books.invite(user, token)
    case .suspended, .deprovisioned: return
    case .active, .recovery, .passwordExpired, .lockedOut:
      try books.post(
        .registeredAlready(user[User.firstName], books.settings), to: email, user: user[User.id])
    }
  }
}

extension Books {
  /// Sends an activation mail, as `user resend` does.
  func invite(_ user: Row<User>, _ token: PortalSecret) throws(Stop) {
    guard var after = try step(user, .invite) else { return }
    if user[User.status] == .provisioned { after[User.statusSince] = user[User.statusSince] }
    update(user, to: after)
    try mail(token, .activation, to: after)
  }
}

/// A citizen follows the link of an activation mail, or of one to a new address.
public struct PortalActivate: Operation {
  public static let name = OperationName("portal", "activate")
  public static let summary = "Follow the link of an activation mail, or one to a new address"
  public static let discussion = """
    A user whom staff registered has no password yet and chooses one now. Standard input holds the \
    link's word and the password, a line each, where no files are named.
    """
  public static let examples = ["portal activate --token-file token.txt"]
  public static let fields = [token.info, password.info]
  public static let isSlow = true
  static let token = Field<PortalWord>.secret("token", "word of the link")
  static let password = Field<Password>.optionalSecret(
    "password", "password, or nothing if one was chosen when registering")
  let token: PortalWord
  let work: PasswordWork?

  public init(_ input: Input) throws(Rejection) {
    token = try input.require(Self.token)
    work = try input[Self.password].map { PasswordWork($0) }
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let (row, user) = try books.openToken(token, for: [.activation, .email])
    books.use(row)
    guard row[Token.purpose] == .activation else { return try confirm(user, books) }
    if let work {
      try books.requireGood(work.password, for: user[User.email])
      try books.setPassword(work, of: user)
    } else if try !books.canProve(user) {
      throw .refuse(
        .required, field: "password", found: "nothing",
        expected: "a password, as the user has none", mend: "give a password")
    }
    _ = try books.activate(user)
    return Effect("\(user[User.email]) is activated")
  }

  private func confirm(_ user: Row<User>, _ books: Books) throws(Stop) -> Effect {
    guard let address = user[User.newEmail] else {
      throw .refuse(
        .notFound, field: "token", found: "no new address of \(user[User.email])",
        expected: "a new address that waits", mend: "set it with `user set`")
    }
    try books.requireFree(address, field: "token")
    var after = user
    after[User.email] = address
    after[User.newEmail] = nil
    books.update(user, to: after)
    return Effect("\(address) is confirmed")
  }
}
