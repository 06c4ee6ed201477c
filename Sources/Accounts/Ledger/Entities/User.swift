package import Engines
package import Values

/// A user of the portal.
package enum User: Entity {
  package static let id = Column<User, Int64>(0, "portal_user")
  /// In lower case, because signing in ignores case.
  package static let email = Column<User, EmailAddress>(
    1, "email", label: "E-mail", help: "e-mail address", .namesRecord,
    search: .init(.email, weight: 8))
  package static let firstName = Column<User, Line>(
    2, "first_name", search: .init(.text, weight: 8))
  package static let lastName = Column<User, Line>(3, "last_name", search: .init(.text, weight: 8))
  package static let status = Column<User, UserStatus>(4, "status")
  package static let statusSince = Column<User, Timestamp>(5, "status_since")
  package static let registeredAt = Column<User, Timestamp>(6, "registered_at")
  package static let activatedAt = Column<User, Timestamp?>(7, "activated_at")
  package static let lastSignInAt = Column<User, Timestamp?>(8, "last_sign_in_at")
  /// Wrong passwords since the last right one.
  package static let failedAttempts = Column<User, Int>(9, "failed_attempts")
  package static let lockedBy = Column<User, LockedBy?>(10, "locked_by")
  /// A new address that the user has not confirmed yet.
  package static let newEmail = Column<User, EmailAddress?>(11, "new_email", label: "New e-mail")
  /// The status before a suspension, which comes back with its end.
  package static let suspendedFrom = Column<User, UserStatus?>(12, "suspended_from")

  package static let table = Table(
    "portal_user",
    [
      id.info, email.info, firstName.info, lastName.info, status.info, statusSince.info,
      registeredAt.info, activatedAt.info, lastSignInAt.info, failedAttempts.info, lockedBy.info,
      newEmail.info, suspendedFrom.info,
    ])

  package static let byEmail = Lookup<User>([.equal(email)])
}

/// One way in which a user signs in.
package enum PortalIdentity: Entity {
  package static let id = Column<PortalIdentity, Int64>(0, "identity")
  package static let user = Column<PortalIdentity, Int64>(
    1, "portal_user", references: { User.table })
  package static let provider = Column<PortalIdentity, IdentityProvider>(2, "provider")
  /// The external provider's name for the user; nil for a password.
  package static let subject = Column<PortalIdentity, Line?>(3, "subject", .personal)
  package static let passwordHash = Column<PortalIdentity, Secret?>(4, "password_hash")
  package static let addedAt = Column<PortalIdentity, Timestamp>(5, "added_at")
  package static let endedAt = Column<PortalIdentity, Timestamp?>(6, "ended_at")

  package static let table = Table(
    "identity",
    [
      id.info, user.info, provider.info, subject.info, passwordHash.info, addedAt.info,
      endedAt.info,
    ])

  package static let ofUser = Lookup<PortalIdentity>([.equal(user)], order: [.ascending(id)])
  package static let ofSubject = Lookup<PortalIdentity>(
    [.equal(provider), .equal(subject)], order: [.ascending(id)])
}

/// A token in an e-mail link that allows activating, choosing a password or unlocking.
package enum Token: Entity {
  package static let id = Column<Token, Int64>(0, "token")
  package static let user = Column<Token, Int64>(1, "portal_user", references: { User.table })
  package static let purpose = Column<Token, TokenPurpose>(2, "purpose")
  /// SHA-256 of the token in hexadecimal; the token itself is not stored.
  package static let hash = Column<Token, Secret>(3, "hash")
  package static let issuedAt = Column<Token, Timestamp>(4, "issued_at")
  package static let expiresAt = Column<Token, Timestamp>(5, "expires_at")
  package static let usedAt = Column<Token, Timestamp?>(6, "used_at")
  package static let voidedAt = Column<Token, Timestamp?>(7, "voided_at")

  package static let table = Table(
    "token",
    [
      id.info, user.info, purpose.info, hash.info, issuedAt.info, expiresAt.info, usedAt.info,
      voidedAt.info,
    ])

  package static let ofUser = Lookup<Token>([.equal(user)], order: [.ascending(id)])
  package static let byHash = Lookup<Token>([.equal(hash)])
}

/// A user's session in the portal.
package enum PortalSession: Entity {
  package static let id = Column<PortalSession, Int64>(0, "portal_session")
  package static let user = Column<PortalSession, Int64>(
    1, "portal_user", references: { User.table })
  package static let hash = Column<PortalSession, Secret>(2, "hash")
  package static let provider = Column<PortalSession, IdentityProvider>(3, "provider")
  package static let remembered = Column<PortalSession, Bool>(4, "remembered")
  package static let startedAt = Column<PortalSession, Timestamp>(5, "started_at")
  package static let expiresAt = Column<PortalSession, Timestamp>(6, "expires_at")
  package static let endedAt = Column<PortalSession, Timestamp?>(7, "ended_at")

  package static let table = Table(
    "portal_session",
    [
      id.info, user.info, hash.info, provider.info, remembered.info, startedAt.info,
      expiresAt.info, endedAt.info,
    ])

  package static let ofUser = Lookup<PortalSession>([.equal(user)], order: [.ascending(id)])
  package static let byHash = Lookup<PortalSession>([.equal(hash)])
}

/// An attempt to sign in.
package enum SignInAttempt: Entity {
  package static let id = Column<SignInAttempt, Int64>(0, "sign_in_attempt")
  package static let email = Column<SignInAttempt, Line>(1, "email", .personal)
  package static let user = Column<SignInAttempt, Int64?>(
    2, "portal_user", references: { User.table })
  package static let provider = Column<SignInAttempt, IdentityProvider>(3, "provider")
  package static let outcome = Column<SignInAttempt, SignInOutcome>(4, "outcome")
  package static let at = Column<SignInAttempt, Timestamp>(5, "at")

  package static let table = Table(
    "sign_in_attempt", [id.info, email.info, user.info, provider.info, outcome.info, at.info])

  package static let sinceOfUser = Lookup<SignInAttempt>(
    [.equal(user), .notBefore(at)], order: [.ascending(id)])
}

/// A user's link to an account, through a responsible customer.
package enum Link: Entity {
  package static let id = Column<Link, Int64>(0, "link")
  package static let user = Column<Link, Int64>(1, "portal_user", references: { User.table })
  package static let account = Column<Link, AccountNumber>(
    2, "account", references: { Account.table })
  package static let cid = Column<Link, CustomerID>(
    3, "cid", label: "Customer ID", title: "CID", references: { Customer.table })
  package static let linkedOn = Column<Link, CivilDate>(4, "linked_on")
  /// The first day after the link.
  package static let removedOn = Column<Link, CivilDate?>(5, "removed_on")

  package static let table = Table(
    "link", [id.info, user.info, account.info, cid.info, linkedOn.info, removedOn.info])

  package static let ofUser = Lookup<Link>([.equal(user)], order: [.ascending(id)])
  package static let ofUserToAccount = Lookup<Link>(
    [.equal(user), .equal(account)], order: [.ascending(id)])
  package static let ofAccount = Lookup<Link>([.equal(account)], order: [.ascending(id)])
  package static let ofCustomer = Lookup<Link>([.equal(cid)], order: [.ascending(id)])
}
