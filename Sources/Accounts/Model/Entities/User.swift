/// A user of the portal.
public enum User: Entity {
  public static let id = Column<User, Int64>(0, "portal_user")
  /// In lower case, because signing in ignores case.
  public static let email = Column<User, EmailAddress>(1, "email", namesRecord: true)
  public static let firstName = Column<User, Line>(2, "first_name")
  public static let lastName = Column<User, Line>(3, "last_name")
  public static let status = Column<User, UserStatus>(4, "status")
  public static let statusSince = Column<User, Timestamp>(5, "status_since")
  public static let registeredAt = Column<User, Timestamp>(6, "registered_at")
  public static let activatedAt = Column<User, Timestamp?>(7, "activated_at")
  public static let lastSignInAt = Column<User, Timestamp?>(8, "last_sign_in_at")
  /// Wrong passwords since the last right one.
  public static let failedAttempts = Column<User, Int>(9, "failed_attempts")
  public static let lockedBy = Column<User, LockedBy?>(10, "locked_by")
  /// A new address that the user has not confirmed yet.
  public static let newEmail = Column<User, EmailAddress?>(11, "new_email")

  public static let table = Table(
    "portal_user",
    [
      id.info, email.info, firstName.info, lastName.info, status.info, statusSince.info,
      registeredAt.info, activatedAt.info, lastSignInAt.info, failedAttempts.info, lockedBy.info,
      newEmail.info,
    ])

  static let byEmail = Lookup<User>([.equal(email)])
}

/// One way in which a user signs in.
public enum PortalIdentity: Entity {
  public static let id = Column<PortalIdentity, Int64>(0, "identity")
  public static let user = Column<PortalIdentity, Int64>(1, "portal_user")
  public static let provider = Column<PortalIdentity, IdentityProvider>(2, "provider")
  /// How an external provider calls the user; nil for a password.
  public static let subject = Column<PortalIdentity, Line?>(
    3, "subject", isPersonal: true)
  public static let passwordHash = Column<PortalIdentity, Secret?>(4, "password_hash")
  public static let addedAt = Column<PortalIdentity, Timestamp>(5, "added_at")
  public static let endedAt = Column<PortalIdentity, Timestamp?>(6, "ended_at")

  public static let table = Table(
    "identity",
    [
      id.info, user.info, provider.info, subject.info, passwordHash.info, addedAt.info,
      endedAt.info,
    ])

  static let ofUser = Lookup<PortalIdentity>([.equal(user)], order: [.ascending(id)])
  static let ofSubject = Lookup<PortalIdentity>(
    [.equal(provider), .equal(subject)], order: [.ascending(id)])
}

/// A token in an e-mail link that allows activating, choosing a password or unlocking.
public enum Token: Entity {
  public static let id = Column<Token, Int64>(0, "token")
  public static let user = Column<Token, Int64>(1, "portal_user")
  public static let purpose = Column<Token, TokenPurpose>(2, "purpose")
  /// SHA-256 of the token in hexadecimal; the token itself is not stored.
  public static let hash = Column<Token, Secret>(3, "hash")
  public static let issuedAt = Column<Token, Timestamp>(4, "issued_at")
  public static let expiresAt = Column<Token, Timestamp>(5, "expires_at")
  public static let usedAt = Column<Token, Timestamp?>(6, "used_at")
  public static let voidedAt = Column<Token, Timestamp?>(7, "voided_at")

  public static let table = Table(
    "token",
    [
      id.info, user.info, purpose.info, hash.info, issuedAt.info, expiresAt.info, usedAt.info,
      voidedAt.info,
    ])

  static let ofUser = Lookup<Token>([.equal(user)], order: [.ascending(id)])
  static let byHash = Lookup<Token>([.equal(hash)])
}

/// A user's session in the portal.
public enum PortalSession: Entity {
  public static let id = Column<PortalSession, Int64>(0, "portal_session")
  public static let user = Column<PortalSession, Int64>(1, "portal_user")
  public static let hash = Column<PortalSession, Secret>(2, "hash")
  public static let provider = Column<PortalSession, IdentityProvider>(3, "provider")
  public static let remembered = Column<PortalSession, Bool>(4, "remembered")
  public static let startedAt = Column<PortalSession, Timestamp>(5, "started_at")
  public static let expiresAt = Column<PortalSession, Timestamp>(6, "expires_at")
  public static let endedAt = Column<PortalSession, Timestamp?>(7, "ended_at")

  public static let table = Table(
    "portal_session",
    [
      id.info, user.info, hash.info, provider.info, remembered.info, startedAt.info,
      expiresAt.info, endedAt.info,
    ])

  static let ofUser = Lookup<PortalSession>([.equal(user)], order: [.ascending(id)])
  static let byHash = Lookup<PortalSession>([.equal(hash)])
}

/// An attempt to sign in.
public enum SignInAttempt: Entity {
  public static let id = Column<SignInAttempt, Int64>(0, "sign_in_attempt")
  public static let email = Column<SignInAttempt, Line>(1, "email", isPersonal: true)
  public static let user = Column<SignInAttempt, Int64?>(2, "portal_user")
  public static let provider = Column<SignInAttempt, IdentityProvider>(3, "provider")
  public static let outcome = Column<SignInAttempt, SignInOutcome>(4, "outcome")
  public static let at = Column<SignInAttempt, Timestamp>(5, "at")

  public static let table = Table(
    "sign_in_attempt", [id.info, email.info, user.info, provider.info, outcome.info, at.info])

  static let sinceOfUser = Lookup<SignInAttempt>(
    [.equal(user), .notBefore(at)], order: [.ascending(id)])
}

/// A user's link to an account, through a responsible customer.
public enum Link: Entity {
  public static let id = Column<Link, Int64>(0, "link")
  public static let user = Column<Link, Int64>(1, "portal_user")
  public static let account = Column<Link, AccountNumber>(2, "account")
  public static let cid = Column<Link, CustomerID>(3, "cid")
  public static let linkedOn = Column<Link, CivilDate>(4, "linked_on")
  /// The first day after the link.
  public static let removedOn = Column<Link, CivilDate?>(5, "removed_on")

  public static let table = Table(
    "link", [id.info, user.info, account.info, cid.info, linkedOn.info, removedOn.info])

  static let ofUser = Lookup<Link>([.equal(user)], order: [.ascending(id)])
  static let ofAccount = Lookup<Link>([.equal(account)], order: [.ascending(id)])
  static let ofCustomer = Lookup<Link>([.equal(cid)], order: [.ascending(id)])
}
