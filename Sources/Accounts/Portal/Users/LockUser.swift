import Engines
package import Ledger
package import Values

/// Locks a user out.
package struct LockUser: UserEventOperation {
  package static let name = OperationName("user", "lock")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  static let event = UserEvent.lock
  static let done = "locked out"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] {
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
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  static let event = UserEvent.unlock
  static let done = "unlocked; the password stays the same"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] { [] }
}

/// Keeps a user from signing in until the suspension is lifted.
package struct SuspendUser: UserEventOperation {
  package static let name = OperationName("user", "suspend")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].users
  static let event = UserEvent.suspend
  static let done = "suspended"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] {
    try books.endSessions(of: user)
    try books.voidTokens(of: user)
    return []
  }
}

/// Lifts a suspension.
package struct UnsuspendUser: UserEventOperation {
  package static let name = OperationName("user", "unsuspend")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].users
  static let event = UserEvent.unsuspend
  static let done = "can sign in again"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  static func outcome(_ user: Row<User>) -> String {
    let status = user[User.status]
    return status == .active
      ? done : "is \(status.rawValue) again, as before the suspension: \(status.meaning)"
  }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] {
    switch user[User.status] {
    case .recovery:
      ["the earlier link no longer works: send a new one with `user reset-password \(word: email)`"]
    case .lockedOut: ["let the user in with `user unlock \(word: email)`"]
    default: []
    }
  }
}

/// Takes a user's login away.
package struct DeactivateUser: UserEventOperation {
  package static let name = OperationName("user", "deactivate")
  package static let leastRole = Role.supervisor
  package static let writes = [TableWrite].users
  static let event = UserEvent.deactivate
  static let done = "deactivated"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] {
    try books.endSessions(of: user)
    try books.voidTokens(of: user)
    return []
  }
}

/// Activates a user in the user's place.
package struct ActivateUser: UserEventOperation {
  package static let name = OperationName("user", "activate")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  static let event = UserEvent.activate
  static let done = "activated"
  let email: EmailAddress

  init(email: EmailAddress) { self.email = email }

  func follow(_ user: Row<User>, in books: Books) throws(RuleError) -> [String] {
    try books.endWhatOthersPrepared(for: user)
    return ["\(email) has no password yet: the portal's “forgot password” sets one"]
  }
}
