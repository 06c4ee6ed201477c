import Engines
package import Ledger
import Values

/// Locks a user out.
package struct LockUser: UserEventOperation {
  package static let name = OperationName("user", "lock")
  package static let summary = "Lock a user out of the portal"
  package static let discussion = """
    The password is kept; open sessions end. `user unlock` lets the user in again; the policy's \
    own unlocking after some minutes does not touch a user whom staff locked.
    """
  package static let examples = ["user lock fern.locke11@example.org --reason \"asked by phone\""]
  static let event = UserEvent.lock
  static let done = "locked out"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(Stop) -> [String] {
    var locked = user
    locked[User.lockedBy] = .staff
    books.update(user, to: locked)
    try books.endSessions(of: user)
    return []
  }
}

/// Lets a locked-out user sign in again.
package struct UnlockUser: UserEventOperation {
  package static let name = OperationName("user", "unlock")
  package static let summary = "Let locked-out users sign in again"
  package static let discussion = """
    The password stays as it is: who has forgotten it needs `user reset-password`. The attempts, \
    the last sign-in and the policy that locked the user out are shown first. Several addresses \
    are one change, as are all who were locked out since a moment (--locked-since, with --yes).
    """
  package static let examples = [
    "user unlock damon.kirby13@example.net --reason \"knows the password\""
  ]
  static let event = UserEvent.unlock
  static let done = "unlocked; the password is as it was"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(Stop) -> [String] { [] }
}

/// Keeps a user from signing in until the suspension is lifted.
package struct SuspendUser: UserEventOperation {
  package static let name = OperationName("user", "suspend")
  package static let summary = "Suspend a user"
  package static let discussion =
    "A suspended user can only be unsuspended or deactivated; open sessions end."
  package static let examples = ["user suspend fern.locke11@example.org --reason \"fraud inquiry\""]
  static let event = UserEvent.suspend
  static let done = "suspended"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(Stop) -> [String] {
    try books.endSessions(of: user)
    try books.voidTokens(of: user)
    return []
  }
}

/// Lifts a suspension.
package struct UnsuspendUser: UserEventOperation {
  package static let name = OperationName("user", "unsuspend")
  package static let summary = "Lift a user's suspension"
  package static let examples = [
    "user unsuspend ariel.dietz27@example.com"
  ]
  static let event = UserEvent.unsuspend
  static let done = "may sign in again"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }
}

/// Takes a user's login away.
package struct DeactivateUser: UserEventOperation {
  package static let name = OperationName("user", "deactivate")
  package static let summary = "Take a user's login away"
  package static let discussion = """
    Sessions and tokens end; links to accounts stay on record. `user resend` sends a new \
    activation mail to a user who shall have the login back.
    """
  package static let examples = ["user deactivate fern.locke11@example.org"]
  static let event = UserEvent.deactivate
  static let done = "deactivated"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(Stop) -> [String] {
    try books.endSessions(of: user)
    try books.voidTokens(of: user)
    return []
  }
}

/// Activates a user in the user's place.
package struct ActivateUser: UserEventOperation {
  package static let name = OperationName("user", "activate")
  package static let summary = "Activate a user without the link in the activation mail"
  package static let discussion =
    """
    For a user whom you have made sure of by other means. As the address is not proved by it, no \
    password counts that was typed in a registration: the user sets one by the portal's “forgot \
    password”. Sessions, links and ways to sign in from before it end.
    """
  package static let examples = ["user activate helen.barros14@example.net"]
  static let event = UserEvent.activate
  static let done = "activated"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(Stop) -> [String] {
    try books.endWhatOthersPrepared(for: user)
    return ["\(email) has no password yet: the portal's “forgot password” sets one"]
  }
}
