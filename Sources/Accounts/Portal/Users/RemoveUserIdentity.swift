package import Ledger
package import Values

/// Removes one of a user's ways to sign in.
package struct RemoveUserIdentity: Operation {
  package static let name = OperationName("user", "remove-identity")
  package static let summary = "Remove one way in which a user signs in"
  package static let discussion = """
    A provider or the password; sessions that were opened by it end. `user show` lists them, and \
    `change undo` brings it back. Who is left without one can set a password by the portal's \
    “forgot password”.
    """
  package static let examples = [
    "user remove-identity helen.barros14@example.net password --reason \"asked by phone\""
  ]
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

  package func apply(to books: Books) throws(Stop) -> Effect {
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
