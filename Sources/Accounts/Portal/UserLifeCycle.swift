import Values

/// What happens to a user.
enum UserEvent: String, CaseIterable, Sendable {
  /// An activation mail is sent.
  case invite
  case activate, lock, unlock, suspend, unsuspend
  /// Staff make the user choose a new password.
  case resetPassword
  case choosePassword
  case expirePassword
  case deactivate

  /// The status that it brings about, so that a user who has it is unchanged.
  var goal: UserStatus {
    switch self {
    case .invite: .provisioned
    case .activate, .unlock, .unsuspend, .choosePassword: .active
    case .lock: .lockedOut
    case .suspend: .suspended
    case .resetPassword: .recovery
    case .expirePassword: .passwordExpired
    case .deactivate: .deprovisioned
    }
  }

  /// The command by which staff bring it about; nil if only the user can.
  var command: String? {
    switch self {
    case .invite: "user resend"
    case .activate: "user activate"
    case .lock: "user lock"
    case .unlock: "user unlock"
    case .suspend: "user suspend"
    case .unsuspend: "user unsuspend"
    case .resetPassword: "user reset-password"
    case .deactivate: "user deactivate"
    case .choosePassword, .expirePassword: nil
    }
  }
}

/// Which event leads from which status to which.
/// Source: Okta, "User lifecycle", with its names; a locked-out user who chooses a new password stays
/// locked out, as the password was not what locked them out.
enum UserLifeCycle {
  package static let table: [UserStatus: [UserEvent: UserStatus]] = [
    .staged: [.invite: .provisioned, .activate: .active, .deactivate: .deprovisioned],
    .provisioned: [.invite: .provisioned, .activate: .active, .deactivate: .deprovisioned],
    .active: [
      .lock: .lockedOut, .suspend: .suspended, .resetPassword: .recovery, .choosePassword: .active,
      .expirePassword: .passwordExpired, .deactivate: .deprovisioned,
    ],
    .recovery: [
      .resetPassword: .recovery, .choosePassword: .active, .suspend: .suspended,
      .deactivate: .deprovisioned,
    ],
    .passwordExpired: [
      .choosePassword: .active, .resetPassword: .recovery, .lock: .lockedOut,
      .suspend: .suspended, .deactivate: .deprovisioned,
    ],
    .lockedOut: [
      .unlock: .active, .resetPassword: .recovery, .choosePassword: .lockedOut,
      .suspend: .suspended, .deactivate: .deprovisioned,
    ],
    .suspended: [.unsuspend: .active, .deactivate: .deprovisioned],
    .deprovisioned: [.invite: .provisioned],
  ]

  /// What an event does to a user of that status.
  package enum Step: Equatable, Sendable {
    case to(UserStatus)
    case alreadySo
    case refused
  }

  package static func step(from status: UserStatus, by event: UserEvent) -> Step {
    if let next = table[status]?[event] { return .to(next) }
    return status == event.goal ? .alreadySo : .refused
  }

  /// The commands that a user of that status can be given.
  package static func commands(from status: UserStatus) -> [String] {
    UserEvent.allCases.filter { table[status]?[$0] != nil }.compactMap(\.command)
  }
}
