import Engines
import Ledger
import Values

/// A user's new e-mail address, which waits until its link was followed.
extension Books {
  /// Stores a pending address, replacing an earlier one, and notifies the old address.
  func awaitAddress(_ address: EmailAddress, of user: Row<User>) throws(RuleError) -> Row<User> {
    try voidTokens(of: user, for: .email)
    var after = user
    after[User.newEmail] = address
    update(user, to: after)
    try post(
      .addressChange(user[User.firstName], to: address, settings), to: user[User.email],
      user: user[User.id])
    return after
  }

  /// Withdraws a new address that is not confirmed yet.
  func dropNewAddress(of user: Row<User>) throws(RuleError) -> Row<User> {
    try voidTokens(of: user, for: .email)
    var after = user
    after[User.newEmail] = nil
    update(user, to: after)
    return after
  }

  /// The new address is proved: what was mailed to the old one no longer holds. Providers vouched for
  /// the old address, so their identities end, and so do all sessions: whoever brought the address
  /// in is not kept with it.
  func confirmAddress(of user: Row<User>) throws(RuleError) -> EmailAddress {
    guard let address = user[User.newEmail] else {
      throw Self.unusable("a link to an address that is no longer wanted")
    }
    guard try rows(User.byEmail, address).isEmpty else {
      throw .refuse(
        .duplicate, field: "token", found: "\(address.masked), which is now used by another login",
        expected: "an address that is not used by a login",
        remedy: "sign in with that login, or choose another address")
    }
    var after = user
    after[User.email] = address
    after[User.newEmail] = nil
    update(user, to: after)
    try voidTokens(of: user)
    try end(openIdentities(of: after).filter { $0[PortalIdentity.provider] != .password })
    _ = try endSessions(of: after)
    return address
  }
}
