import Engines
package import Ledger
package import Values

/// Corrects a user's name or e-mail address.
package struct SetUser: Operation {
  package static let name = OperationName("user", "set")
  package static let leastRole = Role.clerk
  package static let needsAField = true
  package static let writes = [TableWrite].users
  package static let fields = [
    UserFields.email.info, first.info, last.info, newEmail.info, UserFields.reason.info,
  ]

  static let first = Field<Line>.option("first", "first name")
  static let last = Field<Line>.option("last", "last name")
  static let newEmail = Field<EmailAddress>.option("new-email", "new sign-in address")

  let email: EmailAddress
  let first: Line?
  let last: Line?
  let newEmail: EmailAddress?
  let secret: PortalSecret

  package init(_ input: Input) throws(Rejection) {
    secret = PortalSecret(input.secrets)
    email = try input.require(UserFields.email)
    first = try input[Self.first]
    last = try input[Self.last]
    newEmail = try input[Self.newEmail]?.signInName
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.user(email)
    let named = books.name(before, first, last)
    guard let newEmail else {
      return Effect(named == before ? "user \(email) is unchanged" : "user \(email) changed")
    }
    let notices = try set(newEmail, of: named, in: books)
    return Effect(
      books.hasChanges ? "user \(email) changed" : "user \(email) is unchanged",
      notices: notices)
  }

  private func set(
    _ address: EmailAddress, of user: Row<User>, in books: Books
  ) throws(RuleError) -> [String] {
    guard address != user[User.email] else {
      _ = try books.dropNewAddress(of: user)
      return []
    }
    if user[User.status].awaitsActivation {
      try books.requireFree(address, field: "new-email")
      try books.endWhatOthersPrepared(for: user)
      var after = user
      after[User.email] = address
      after[User.newEmail] = nil
      books.update(user, to: after)
      if user[User.status] == .provisioned { try books.mail(secret, .activation, to: after) }
      return []
    }
    let waits = try books.rows(Token.ofUser, user[User.id]).contains {
      $0[Token.purpose] == .email && $0.isOpen(at: books.now)
    }
    guard address != user[User.newEmail] || !waits else { return [] }
    try books.requireFree(address, field: "new-email")
    let after = try books.awaitAddress(address, of: user)
    try books.mail(secret, .email, to: after, at: address)
    return ["\(address) takes effect when the user confirms it with the mail sent there"]
  }
}
