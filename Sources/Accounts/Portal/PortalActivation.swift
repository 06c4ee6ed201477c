package import Ledger
package import Values

/// A citizen follows the link of an activation mail, or of one to a new address.
package struct PortalActivate: Operation {
  package static let name = OperationName("portal", "activate")
  package static let summary = "Follow the link of an activation mail, or one to a new address"
  package static let discussion = """
    What was typed in the registration of that mail counts from now on; every other registration, \
    session, link and way to sign in that was there before ends. A user whom staff registered has \
    no password yet and chooses one now. Standard input holds the token and the password, a line \
    each, where no files are named.
    """
  package static let examples = ["portal activate --token-file token.txt"]
  package static let fields = [token.info, password.info]
  package static let isSlow = true
  static let token = Field<PortalToken>.secret("token", "token of the link in the mail")
  static let password = Field<Password>.optionalSecret(
    "password", "password, or nothing if one was chosen when registering")
  let token: PortalToken
  let work: PasswordWork?

  package init(_ input: Input) throws(Rejection) {
    token = try input.require(Self.token)
    work = try input[Self.password].map { PasswordWork($0) }
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    let (row, user) = try books.openToken(token, for: [.activation, .email])
    books.use(row)
    guard row[Token.purpose] == .activation else {
      return Effect("\(try books.confirmAddress(of: user)) is confirmed")
    }
    try books.activate(user, by: row, choosing: work)
    return Effect("\(user[User.email]) is activated")
  }
}
