/// A portal user's status in the life cycle.
package enum UserStatus: String, Choice {
  package static let valueName = "status"
  case staged, provisioned, active, recovery
  case passwordExpired = "password_expired"
  case lockedOut = "locked_out"
  case suspended, deprovisioned

  /// Whether the user's address is not confirmed yet.
  package var awaitsActivation: Bool { self == .staged || self == .provisioned }

  /// What it means for the user.
  package var meaning: String {
    switch self {
    case .staged: "registered; activation mail not sent yet"
    case .provisioned: "activation mail sent; link not used yet"
    case .active: "can sign in"
    case .recovery: "must choose a new password with the link in the recovery mail"
    case .passwordExpired: "must choose a new password when signing in"
    case .lockedOut: "cannot sign in until unlocked"
    case .suspended: "cannot sign in until unsuspended"
    case .deprovisioned: "the login was removed"
    }
  }
}

/// Who locked a user out.
package enum LockedBy: String, Choice {
  package static let valueName = "who"
  case policy, staff
}

/// How a user signs in.
package enum IdentityProvider: String, Choice {
  package static let valueName = "provider"
  case password, google, apple, microsoft, facebook
}

/// What a token is for.
package enum TokenPurpose: String, Choice {
  package static let valueName = "purpose"
  case activation, recovery, unlock, email
}

/// How an attempt to sign in ended.
package enum SignInOutcome: String, Choice {
  package static let valueName = "outcome"
  case signedIn = "signed_in"
  case wrongPassword = "wrong_password"
  case unknownUser = "unknown_user"
  /// The status does not let the user in; where the user is locked out, the password was not
  /// looked at.
  case refused
  /// Account number and customer ID did not belong together.
  case linkRefused = "link_refused"
}
