package import Ledger
package import Values

/// A citizen changes the name or the address to sign in with.
package struct PortalProfile: Operation {
  package static let name = OperationName("portal", "profile")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.actsAgain
  package static let fields = [
    SetUser.first.info, SetUser.last.info, SetUser.newEmail.info, PortalLink.session.info,
  ]
  let first: Line?
  let last: Line?
  let newEmail: EmailAddress?
  let session: PortalToken
  let secret: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    secret = PortalSecret(input.secrets)
    first = try input[SetUser.first]
    last = try input[SetUser.last]
    newEmail = try input[SetUser.newEmail]?.signInName
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.signedIn(session)
    let named = books.name(before, first, last)
    guard let newEmail else {
      return Effect(named == before ? "the profile is unchanged" : "the profile is changed")
    }
    guard newEmail != before[User.email] else {
      _ = try books.dropNewAddress(of: named)
      return Effect("\(newEmail) remains the address")
    }
    let after = try books.awaitAddress(newEmail, of: named)
    if let owner = try books.rows(User.byEmail, newEmail).first {
      try books.tell(owner, at: newEmail)
    } else {
      try books.mail(secret, .email, to: after, at: newEmail)
    }
    return Effect.alike("\(newEmail) takes effect when the link in the mail sent there is followed")
  }
}
