package import Ledger
package import Values

/// Removes one of a user's ways to sign in.
package struct RemoveUserIdentity: Operation {
  package static let name = OperationName("user", "remove-identity")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let fields = [
    UserFields.email.info, IdentityFields.provider.info, IdentityFields.subject.info,
    UserFields.reason.info,
  ]
  let email: EmailAddress
  let provider: IdentityProvider
  let subject: Line?

  package init(_ input: Input) throws(Rejection) {
    email = try input.require(UserFields.email)
    provider = try input.require(IdentityFields.provider)
    subject = try input[IdentityFields.subject]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.user(email)
    guard try books.removeIdentity(provider, subject, of: user) != nil else {
      return Effect("user \(email) is unchanged: does not sign in with \(provider.rawValue)")
    }
    let notices =
      try books.canSignIn(user)
      ? [] : ["\(email) has no way to sign in: the portal's “forgot password” sets a password"]
    return Effect(
      "user \(email) no longer signs in with \(provider.rawValue)", notices: notices)
  }
}
