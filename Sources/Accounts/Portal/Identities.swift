/// The ways in which users sign in.
extension Books {
  /// The password that holds, if the user has one.
  func passwordIdentity(of user: Row<User>) throws(Stop) -> Row<PortalIdentity>? {
    try rows(PortalIdentity.ofUser, user[User.id]).last {
      $0[PortalIdentity.provider] == .password && $0[PortalIdentity.endedAt] == nil
        && $0[PortalIdentity.passwordHash] != nil
    }
  }

  /// Whether the user has any way of signing in.
  func canProve(_ user: Row<User>) throws(Stop) -> Bool {
    try rows(PortalIdentity.ofUser, user[User.id]).contains {
      $0[PortalIdentity.endedAt] == nil
        && ($0[PortalIdentity.subject] != nil || $0[PortalIdentity.passwordHash] != nil)
    }
  }

  func externalIdentity(_ provider: IdentityProvider, _ subject: Line) throws(Stop)
    -> Row<PortalIdentity>?
  {
    try rows(PortalIdentity.ofSubject, provider, subject)
      .first { $0[PortalIdentity.endedAt] == nil }
  }

  /// A password's row is never changed but to end it, as the journal keeps no hashes.
  func setPassword(_ work: PasswordWork, of user: Row<User>) throws(Stop) {
    let hash = try work.hash()
    try endPasswords(of: user)
    var row = try newIdentity(.password, of: user)
    row[PortalIdentity.passwordHash] = hash
    insert(row)
  }

  func endPasswords(of user: Row<User>) throws(Stop) {
    for identity in try rows(PortalIdentity.ofUser, user[User.id])
    where identity[PortalIdentity.provider] == .password
      && identity[PortalIdentity.endedAt] == nil
    {
      var after = identity
      after[PortalIdentity.endedAt] = now
      update(identity, to: after)
    }
  }

  func addIdentity(
    _ provider: IdentityProvider, _ subject: Line, to user: Row<User>
  ) throws(Stop) {
    var row = try newIdentity(provider, of: user)
    row[PortalIdentity.subject] = subject
    insert(row)
  }

  private func newIdentity(_ provider: IdentityProvider, of user: Row<User>) throws(Stop)
    -> Row<PortalIdentity>
  {
    var row = Row<PortalIdentity>()
    row[PortalIdentity.id] = try nextID(PortalIdentity.self)
    row[PortalIdentity.user] = user[User.id]
    row[PortalIdentity.provider] = provider
    row[PortalIdentity.addedAt] = now
    return row
  }
}
