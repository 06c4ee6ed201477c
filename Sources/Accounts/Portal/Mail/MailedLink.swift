import Engines
import Ledger
import Values

extension Books {
  /// Sends the user a link that proves the address.
  @discardableResult
  func mail(
    _ secret: PortalSecret, _ purpose: TokenPurpose, to user: Row<User>,
    at address: EmailAddress? = nil, voidsEarlier: Bool = true
  ) throws(RuleError) -> Row<Token> {
    let token = try issue(secret, purpose, to: user, voidsEarlier: voidsEarlier)
    try post(
      .link(purpose, secret, to: user[User.firstName], settings),
      to: address ?? user[User.email], user: user[User.id])
    return token
  }
}
