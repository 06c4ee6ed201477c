package import Engines
package import Values

/// What somebody typed when registering. It counts when the link of its own mail is followed, and
/// only then: a stranger can type any address.
package enum Registration: Entity {
  /// The activation token of its mail.
  package static let token = Column<Registration, Int64>(0, "token", references: { Token.table })
  package static let firstName = Column<Registration, Line>(1, "first_name")
  package static let lastName = Column<Registration, Line>(2, "last_name")
  package static let provider = Column<Registration, IdentityProvider>(3, "provider")
  /// The external provider's name for the user; nil for a password.
  package static let subject = Column<Registration, Line?>(4, "subject", .personal)
  package static let passwordHash = Column<Registration, Secret?>(5, "password_hash")

  package static let table = Table(
    "registration",
    [token.info, firstName.info, lastName.info, provider.info, subject.info, passwordHash.info])
}
