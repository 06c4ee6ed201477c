import Engines
package import Ledger
package import Values

/// A citizen registers.
package struct PortalRegister: Operation {
  package static let name = OperationName("portal", "register")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let fields = [
    UserFields.email.info, UserFields.first.info, UserFields.last.info, SignIn.password.info,
    SignIn.provider.info, IdentityFields.subject.info, IdentityFields.emailVerified.info,
  ]
  package static let isSlow = true
  let email: EmailAddress
  let first: Line
  let last: Line
  let work: PasswordWork?
  let identity: VerifiedIdentity?
  let token: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    token = PortalSecret(input.secrets)
    email = try input.require(UserFields.email).signInName
    first = try input.require(UserFields.first)
    last = try input.require(UserFields.last)
    let provider = try input[SignIn.provider] ?? .password
    identity = provider == .password ? nil : try VerifiedIdentity(provider, input)
    work =
      provider == .password ? PasswordWork(try input.require(SignIn.password), input.secrets) : nil
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let work { try books.requireGood(work.password, for: email) }
    // Also computed where it will not count, so that every answer takes as long.
    let hash = try work?.hash()
    let answer = Effect.alike("a mail with the next steps is on its way to \(email)")
    let known = try books.rows(User.byEmail, email).first
    let isOwned = known.map { !$0[User.status].awaitsActivation } ?? false
    if let owner = try isOwned ? known : holder(books) {
      try books.tell(owner, at: email)
      return answer
    }
    let user =
      if let known {
        try books.invited(known)
      } else {
        try books.register(email, first, last, as: .provisioned)
      }
    try books.keep(token, of: user) { row in
      row[Registration.firstName] = first
      row[Registration.lastName] = last
      row[Registration.provider] = identity?.provider ?? .password
      row[Registration.subject] = identity?.subject
      row[Registration.passwordHash] = hash
    }
    return answer
  }

  /// The user to whom the provider's account signs in already, under whatever address.
  private func holder(_ books: Books) throws(RuleError) -> Row<User>? {
    guard let identity,
      let row = try books.externalIdentity(identity.provider, identity.subject)
    else { return nil }
    return try books.find(User.self, row[PortalIdentity.user])
  }
}
