/// A citizen registers.
public struct PortalRegister: Operation {
  public static let name = OperationName("portal", "register")
  public static let summary = "Register in the portal, as a citizen does"
  public static let discussion = """
    The link in the activation mail proves the address. Whether an address is registered already \
    is not told: the answer is the same.
    """
  public static let examples = [
    "portal register pat.lee@example.com --first Pat --last Lee --password-file password.txt",
    "portal register pat.lee@example.com --first Pat --last Lee --provider google --subject 1168",
  ]
  public static let fields = [
    UserFields.email.info, UserFields.first.info, UserFields.last.info, SignIn.password.info,
    SignIn.provider.info, SignIn.subject.info,
  ]
  let email: EmailAddress
  let first: Line
  let last: Line
  let password: Password?
  let provider: IdentityProvider
  let subject: Line?
  let salt = PortalSecret()
  let token = PortalSecret()

  public init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email).signInName
    first = try input.require(UserFields.first)
    last = try input.require(UserFields.last)
    provider = try input[SignIn.provider] ?? .password
    subject = provider == .password ? nil : try input.require(SignIn.subject)
    password = provider == .password ? try input.require(SignIn.password) : nil
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    if let password, let fault = password.fault(for: email, books.settings) {
      throw .refuse(
        .malformed, field: "password", found: fault.found, expected: fault.expected,
        mend: "choose another password")
    }
    let answer = Effect("an activation mail is on its way to \(email)")
    guard try books.rows(User.byEmail, email).isEmpty else {
      if let password { try PasswordHash.spend(password) }
      return answer
    }
    if let subject, try !books.rows(PortalIdentity.ofSubject, provider, subject).isEmpty {
      return answer
    }
    let user = try books.register(email, first, last, as: .provisioned)
    if let password {
      try books.set(password, salt: salt, of: user)
    } else {
      var row = Row<PortalIdentity>()
      row[PortalIdentity.id] = try books.nextID(PortalIdentity.self)
      row[PortalIdentity.user] = user[User.id]
      row[PortalIdentity.provider] = provider
      row[PortalIdentity.subject] = subject
      row[PortalIdentity.addedAt] = books.now
      books.insert(row)
    }
    try books.mail(token, .activation, to: user)
    return answer
  }
}

/// A citizen follows the link of an activation mail, or of one to a new address.
public struct PortalActivate: Operation {
  public static let name = OperationName("portal", "activate")
  public static let summary = "Follow the link of an activation mail, or one to a new address"
  public static let examples = ["portal activate --token-file token.txt"]
  public static let fields = [token.info]
  static let token = Field<PortalWord>.secret("token", "word of the link")
  let token: PortalWord

  public init(_ input: Input) throws(Rejection) { token = try input.require(Self.token) }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let (row, user) = try books.openToken(token, for: [.activation, .email])
    books.use(row)
    if row[Token.purpose] == .activation {
      guard let after = try books.step(user, .activate) else { return Effect("already so") }
      books.update(user, to: after)
      return Effect("\(user[User.email]) is activated")
    }
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

/// A citizen has forgotten the password.
public struct ForgotPassword: Operation {
  public static let name = OperationName("portal", "forgot-password")
  public static let summary = "Ask for a recovery mail, as a citizen does"
  public static let discussion = """
    The status does not change, and the old password holds until a new one is chosen. Whether the \
    address is known is not told.
    """
  public static let examples = ["portal forgot-password fern.locke11@example.org"]
  public static let fields = [UserFields.email.info]
  let email: EmailAddress
  let token = PortalSecret()

  public init(_ input: Input) throws(Rejection) { email = try input.require(UserFields.email) }

  public func apply(to books: Books) throws(Stop) -> Effect {
    if let user = try books.rows(User.byEmail, email.signInName).first,
      UserLifeCycle.table[user[User.status]]?[.choosePassword] != nil
    {
      try books.mail(token, .recovery, to: user)
    }
    return Effect("if \(email) is registered, a recovery mail is on its way")
  }
}

/// A citizen chooses a new password by the link of a recovery mail.
public struct PortalResetPassword: Operation {
  public static let name = OperationName("portal", "reset-password")
  public static let summary = "Choose a new password by the link of a recovery mail"
  public static let discussion = """
    Standard input holds the link's word and the new password, a line each, where no files are \
    named. Open sessions end; a login that is locked stays locked.
    """
  public static let examples = [
    "portal reset-password --token-file token.txt --password-file password.txt"
  ]
  public static let fields = [PortalActivate.token.info, password.info]
  static let password = Field<Password>.secret("password", "new password")
  let token: PortalWord
  let password: Password
  let salt = PortalSecret()

  public init(_ input: Input) throws(Rejection) {
    token = try input.require(PortalActivate.token)
    password = try input.require(Self.password)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let (row, user) = try books.openToken(token, for: [.recovery])
    guard let after = try books.step(user, .choosePassword) else { return Effect("already so") }
    try books.set(password, salt: salt, of: user)
    books.use(row)
    books.update(user, to: after)
    try books.endSessions(of: after)
    return Effect(
      "the password of \(user[User.email]) is changed",
      notices: after[User.status] == .lockedOut ? ["the login is still locked"] : [])
  }
}

/// A citizen unlocks the login by mail.
public struct PortalUnlock: Operation {
  public static let name = OperationName("portal", "unlock")
  public static let summary = "Unlock a login by mail, as a citizen does"
  public static let discussion = """
    With --email an unlocking mail is sent, if the policy locked that login; the word of its link \
    unlocks. The password stays as it is. Whom staff locked, staff unlock.
    """
  public static let examples = [
    "portal unlock --email damon.kirby13@example.net", "portal unlock --token-file token.txt",
  ]
  public static let fields = [email.info, token.info]
  static let email = Field<EmailAddress>.option("email", "where to send the unlocking mail")
  static let token = Field<PortalWord>.secret("token", unless: "email", "word of the link")
  let email: EmailAddress?
  let token: PortalWord?
  let secret = PortalSecret()

  public init(_ input: Input) throws(Rejection) {
    email = try input[Self.email]
    token = email == nil ? try input.require(Self.token) : nil
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    if let email {
      if let user = try books.rows(User.byEmail, email.signInName).first,
        user[User.status] == .lockedOut, user[User.lockedBy] == .policy
      {
        try books.mail(secret, .unlock, to: user)
      }
      return Effect("if the login of \(email) is locked, an unlocking mail is on its way")
    }
    guard let token else { return Effect("already so") }
    let (row, user) = try books.openToken(token, for: [.unlock])
    books.use(row)
    guard user[User.lockedBy] != .staff, let after = try books.step(user, .unlock) else {
      return Effect("\(user[User.email]) is already so: \(user[User.status].rawValue)")
    }
    books.update(user, to: after)
    return Effect("\(user[User.email]) is unlocked")
  }
}

/// A citizen links an account.
public struct PortalLink: Operation {
  public static let name = OperationName("portal", "link")
  public static let summary = "Link an account by its number and customer ID, as a citizen does"
  public static let discussion = """
    Both must belong together; which of them was wrong is not told, and wrong attempts are counted: \
    after 10 within a day there are no more until the next.
    """
  public static let examples = ["portal link 2000007 --cid 100011 --session-file session.txt"]
  public static let fields = [LinkFields.account.info, LinkFields.cid.info, session.info]
  static let session = Field<PortalWord>.secret("session", "word of the session")
  public static var sessionField: FieldInfo { session.info }
  let account: AccountNumber
  let cid: CustomerID
  let session: PortalWord

  public init(_ input: Input) throws(Rejection) {
    account = try input.require(LinkFields.account)
    cid = try input.require(LinkFields.cid)
    session = try input.require(Self.session)
  }

  private static let mostAttempts = 10

  public func apply(to books: Books) throws(Stop) -> Effect {
    let user = try books.signedIn(session)
    let attempts = try books.rows(
      SignInAttempt.sinceOfUser, user[User.id], books.now.adding(days: -1)
    ).filter { $0[SignInAttempt.outcome] == .linkRefused }
    guard attempts.count < Self.mostAttempts else {
      return Effect("too many wrong attempts; try again tomorrow, or call us", isRefusal: true)
    }
    guard try books.find(Account.self, account) != nil,
      try books.hasAnswered(cid, for: account)
    else {
      try books.record(.linkRefused, user[User.email], user, by: .password)
      return Effect(
        "account number and customer ID do not belong together; both stand on the bill",
        isRefusal: true)
    }
    let links = try books.openLinks(of: user)
    if links.contains(where: { $0[Link.account] == account && $0[Link.cid] == cid }) {
      return Effect("account \(account) is already so: linked")
    }
    try books.addLink(user, account, cid)
    return Effect("account \(account) is linked")
  }
}
