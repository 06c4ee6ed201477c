package import Ledger
package import Values

/// A citizen changes the name or the address to sign in with.
package struct PortalProfile: Operation {
  package static let name = OperationName("portal", "profile")
  package static let summary = "Change one's name or e-mail address, as a citizen does"
  package static let discussion = """
    A new address counts when the link in the mail to it was followed; until then the user signs in \
    with the old one, which is told of the change. A later new address, a new password or a reset \
    ends one that waits; so does the old address given as the new one. Whether an address is taken \
    is told to its owner alone, by mail.
    """
  package static let examples = [
    "portal profile --last Lockwood --session-file session.txt",
    "portal profile --new-email fern@example.com --session-file session.txt",
  ]
  package static let fields = [
    SetUser.first.info, SetUser.last.info, SetUser.newEmail.info, PortalLink.session.info,
  ]
  let first: Line?
  let last: Line?
  let newEmail: EmailAddress?
  let session: PortalToken
  let secret = PortalSecret()

  package init(_ input: Input) throws(Rejection) {
    first = try input[SetUser.first]
    last = try input[SetUser.last]
    newEmail = try input[SetUser.newEmail]?.signInName
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    let before = try books.signedIn(session)
    let named = books.name(before, first, last)
    guard let newEmail else {
      return Effect(named == before ? "the profile is unchanged" : "the profile is changed")
    }
    guard newEmail != before[User.email] else {
      _ = try books.dropNewAddress(of: named)
      return Effect("\(newEmail) stays the address")
    }
    let after = try books.awaitAddress(newEmail, of: named)
    if let owner = try books.rows(User.byEmail, newEmail).first {
      try books.tell(owner, at: newEmail)
    } else {
      try books.mail(secret, .email, to: after, at: newEmail)
    }
    return Effect.alike("\(newEmail) counts when the link in the mail sent there was followed")
  }
}
