package import Ledger
package import Values

/// A citizen follows the link of an activation mail, or of one to a new address.
package struct PortalActivate: Operation {
  package static let name = OperationName("portal", "activate")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let repeated = Repetition.isRefused
  package static let fields = [token.info, password.info]
  package static let isSlow = true
  static let token = Field<PortalToken>.secret("token", "token from the link in the mail")
  static let password = Field<Password>.optionalSecret(
    "password", "password (not needed if one was chosen at registration)")
  let token: PortalToken
  let work: PasswordWork?

  package init(_ input: Input) throws(Rejection) {
    token = try input.require(Self.token)
    work = try input[Self.password].map { PasswordWork($0, input.secrets) }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let (row, user) = try books.openToken(token, for: [.activation, .email])
    books.use(row)
    guard row[Token.purpose] == .activation else {
      return Effect("\(try books.confirmAddress(of: user)) confirmed")
    }
    try books.activate(user, by: row, choosing: work)
    return Effect("\(user[User.email]) activated")
  }
}
