import Ledger
import Rules
import Values

/// The values that letters about a user's login have for the placeholders of their templates.
extension Letter {
  /// A letter whose link proves that its reader has the address.
  static func link(
    _ purpose: TokenPurpose, _ secret: PortalSecret, to name: Line, _ settings: Settings
  ) -> Letter {
    let days = settings.integer(.tokenDays)
    return Letter(
      purpose.letter, settings,
      [
        .name: name.text, .days: "\(days) day\(days == 1 ? "" : "s")",
        .link: "\(settings[.portalAddress])/\(purpose.page)?token=\(secret.token)",
      ])
  }

  /// To the owner of an address with which somebody tried to register again.
  static func registeredAlready(
    _ name: Line, _ status: UserStatus, _ settings: Settings
  ) -> Letter {
    let next =
      status == .suspended || status == .deprovisioned
      ? "It is currently not active; please call us."
      : "If you have forgotten the password, you can choose a new one at "
        + "\(settings[.portalAddress])/forgot-password"
    return Letter(.registeredAlready, settings, [.name: name.text, .next: next])
  }

  /// To the address that is to be replaced.
  static func addressChange(
    _ name: Line, to address: EmailAddress, _ settings: Settings
  ) -> Letter {
    Letter(
      .addressChange, settings, [.name: name.text, .address: Mask.masked(address.text)])
  }

  static func lockedOut(_ name: Line, _ settings: Settings) -> Letter {
    let minutes = settings.integer(.lockoutMinutes)
    let next =
      minutes == 0
      ? "To sign in again, ask for an unlocking mail at \(settings[.portalAddress])/unlock, "
        + "or call us."
      : "You can try again after \(minutes) minutes."
    return Letter(.lockedOut, settings, [.name: name.text, .next: next])
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
}
