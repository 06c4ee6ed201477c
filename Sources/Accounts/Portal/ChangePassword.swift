import Engines
package import Ledger
package import Values

/// A citizen changes the password, knowing the old one.
package struct ChangePassword: Operation {
  package static let name = OperationName("portal", "change-password")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.isRefused
  package static let fields = [
    UserFields.email.info, old.info, new.info, session.info,
  ]
  package static let isSlow = true
  package static let countsGuesses = true
  static let old = Field<Password>.secret("password", "old password")
  static let new = Field<Password>.secret("new-password", "new password")
  static let session = Field<PortalToken>.optionalSecret(
    "session", "token of the session to keep open (optional)")
  let email: EmailAddress
  let old: PasswordWork
  let new: PasswordWork
  let session: PortalToken?

  package init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email).signInName
    old = PasswordWork(try input.require(Self.old), input.secrets)
    new = PasswordWork(try input.require(Self.new), input.secrets)
    session = try input[Self.session]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let found = try books.rows(User.byEmail, email).first
    let identity: Row<PortalIdentity>? =
      if let found { try books.passwordIdentity(of: found) } else { nil }
    let isRight = try old.matches(identity?[PortalIdentity.passwordHash])
    guard let found else { return try refuse(nil, .unknownUser, books) }
    let user = try books.released(found)
    guard !Lockout(books.settings).holdsOff(user) else {
      return try refuse(user, .refused, books)
    }
    guard isRight else {
      try books.countWrongPassword(user)
      return try refuse(user, .wrongPassword, books)
    }
    guard old.password != new.password else {
      throw .refuse(
        .passwordTooWeak, field: "new-password", found: "the old password",
        expected: "another", remedy: "choose another password")
    }
    // A session of another user is not touched.
    let kept = try session.flatMap { (token) throws(RuleError) in try books.openSession(token)?.row
    }
    _ = try books.choose(new, for: user, field: "new-password", keeping: kept)
    return Effect("password of \(email) changed")
  }

  private func refuse(
    _ user: Row<User>?, _ outcome: SignInOutcome, _ books: Books
  ) throws(RuleError) -> Effect {
    try books.record(outcome, email, user, by: .password)
    return Effect(recording: .wrongSignIn)
  }
}
