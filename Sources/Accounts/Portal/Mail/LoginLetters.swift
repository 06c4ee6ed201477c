import Ledger
import Values
import Rules

/// The texts of messages about a user's login; the city's name and the portal's address are settings.
extension Letter {
  /// A letter whose link proves that its reader has the address.
  static func link(
    _ purpose: TokenPurpose, _ secret: PortalSecret, to name: Line, _ settings: Settings
  ) -> Letter {
    let city = settings[.city]
    let address = "\(settings[.portalAddress])/\(purpose.page)?token=\(secret.token)"
    let days = settings.integer(.tokenDays)
    return Letter(
      kind: purpose.letter, subject: "\(city): \(purpose.subject)",
      body: """
        Dear \(name),

        \(purpose.sentence)

        \(address)

        The link holds for \(days) day\(days == 1 ? "" : "s") and works once. \
        If you did not ask for it, do not follow it, and nothing changes.

        \(city)
        """)
  }

  /// To the owner of an address with which somebody tried to register once more.
  static func registeredAlready(
    _ name: Line, _ status: UserStatus, _ settings: Settings
  ) -> Letter {
    let city = settings[.city]
    let next =
      status == .suspended || status == .deprovisioned
      ? "It is not open at present; please call us."
      : "If you have forgotten the password, you can choose a new one at "
        + "\(settings[.portalAddress])/forgot-password"
    return Letter(
      kind: .registeredAlready, subject: "\(city): you have a login already",
      body: """
        Dear \(name),

        Somebody gave your e-mail address at our customer portal. You have a login already, and \
        it is as it was. \(next)

        If it was not you, you need do nothing.

        \(city)
        """)
  }

  /// To the address that is to be replaced.
  static func addressChange(
    _ name: Line, to address: EmailAddress, _ settings: Settings
  ) -> Letter {
    let city = settings[.city]
    return Letter(
      kind: .addressChange, subject: "\(city): a new e-mail address for your login",
      body: """
        Dear \(name),

        Your login to our customer portal is to have the e-mail address \(Mask.masked(address.text)) \
        from when the link in the mail sent there is followed.

        If it was not you, please choose a new password at \
        \(settings[.portalAddress])/forgot-password, which stops the change, and tell us.

        \(city)
        """)
  }

  static func lockedOut(_ name: Line, _ settings: Settings) -> Letter {
    let city = settings[.city]
    let minutes = settings.integer(.lockoutMinutes)
    let next =
      minutes == 0
      ? "To sign in again, ask for an unlocking mail at \(settings[.portalAddress])/unlock, "
        + "or call us."
      : "You can try again after \(minutes) minutes."
    return Letter(
      kind: .lockedOut, subject: "\(city): your login is locked",
      body: """
        Dear \(name),

        Your login to our customer portal was locked after too many wrong passwords. \(next)

        If it was not you, please tell us.

        \(city)
        """)
  }
}

extension TokenPurpose {
  fileprivate var letter: LetterKind {
    switch self {
    case .activation: .activation
    case .recovery: .recovery
    case .unlock: .unlock
    case .email: .email
    }
  }

  /// The portal's page that takes the token.
  fileprivate var page: String {
    switch self {
    case .activation: "activate"
    case .recovery: "reset-password"
    case .unlock: "unlock"
    case .email: "confirm-email"
    }
  }

  fileprivate var subject: String {
    switch self {
    case .activation: "activate your login"
    case .recovery: "choose a new password"
    case .unlock: "unlock your login"
    case .email: "confirm your new e-mail address"
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .activation: "Please follow this link to activate your login to our customer portal:"
    case .recovery: "Please follow this link to choose a new password for our customer portal:"
    case .unlock: "Please follow this link to unlock your login; your password stays as it is:"
    case .email: "Please follow this link to confirm that this is your new e-mail address:"
    }
  }
}
