package import Ledger
package import Values

/// A citizen adds a provider as a way to sign in.
package struct AddIdentity: Operation {
  package static let name = OperationName("portal", "add-identity")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let fields = [
    IdentityFields.provider.info, subject.info, email.info, emailVerified.info,
    PortalLink.session.info,
  ]
  static let subject = Field<Line>.option(
    IdentityFields.subject.name, required: true, isPersonal: true, IdentityFields.subject.info.help)
  static let email = Field<EmailAddress>.option(
    "email", required: true, "the address from the provider")
  static let emailVerified = Field<YesNo>.option(
    IdentityFields.emailVerified.name, required: true, IdentityFields.emailVerified.info.help)
  let identity: VerifiedIdentity
  let email: EmailAddress
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    let provider = try input.require(IdentityFields.provider)
    guard provider != .password else {
      throw Rejection(
        .unknownChoice, field: "provider", found: "password",
        expected: "an external provider", remedy: "set a password with `portal forgot-password`")
    }
    identity = try VerifiedIdentity(provider, input)
    email = try input.require(Self.email).signInName
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.signedIn(session)
    let provider = identity.provider
    guard email == user[User.email] else {
      throw .refuse(
        .addressNotProved, field: "email",
        found: "\(provider.article) account of \(email)",
        expected: "one of \(user[User.email]), the address of the login",
        remedy: "change the login's address first with "
          + "\(run: "portal profile", options: ["new-email": email])")
    }
    if let other = try books.externalIdentity(provider, identity.subject),
      other[PortalIdentity.user] == user[User.id]
    {
      return Effect("\(provider.rawValue) is already a sign-in method")
    }
    try books.requireUnused(provider, identity.subject)
    try books.addIdentity(provider, subject: identity.subject, to: user)
    return Effect("\(provider.rawValue) is now a sign-in method")
  }
}

/// A citizen removes a way to sign in.
package struct RemoveIdentity: Operation {
  package static let name = OperationName("portal", "remove-identity")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let fields = [
    IdentityFields.provider.info, IdentityFields.subject.info, PortalLink.session.info,
  ]
  let provider: IdentityProvider
  let subject: Line?
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    provider = try input.require(IdentityFields.provider)
    subject = try input[IdentityFields.subject]
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let (row, user) = try books.requireSession(session)
    guard try books.removeIdentity(provider, subject, of: user, keeping: row) != nil else {
      return Effect("\(provider.rawValue) is already not a sign-in method")
    }
    guard try books.canSignIn(user) else {
      throw .refuse(
        .inUse, field: "provider", found: "\(provider.rawValue), the only sign-in method",
        expected: "another sign-in method",
        remedy: "add another first, or set a password with `portal forgot-password`")
    }
    return Effect("\(provider.rawValue) is no longer a sign-in method")
  }
}
