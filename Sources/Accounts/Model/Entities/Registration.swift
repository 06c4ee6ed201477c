/// What somebody typed when registering. It counts when the link of its own mail is followed, and
/// only then: a stranger can type any address.
public enum Registration: Entity {
  /// The activation token of its mail.
  public static let token = Column<Registration, Int64>(0, "token")
  public static let firstName = Column<Registration, Line>(1, "first_name")
  public static let lastName = Column<Registration, Line>(2, "last_name")
  public static let provider = Column<Registration, IdentityProvider>(3, "provider")
  /// How an external provider calls the user; nil for a password.
  public static let subject = Column<Registration, Line?>(4, "subject", isPersonal: true)
  public static let passwordHash = Column<Registration, Secret?>(5, "password_hash")

  public static let table = Table(
    "registration",
    [token.info, firstName.info, lastName.info, provider.info, subject.info, passwordHash.info])
}
