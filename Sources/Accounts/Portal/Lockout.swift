import Engines
import Ledger
import Values

/// What the lockout policy says of a user at a moment.
struct Lockout: Equatable {
  private let most: Int
  private let minutes: Int

  init(_ settings: Settings) {
    most = settings.integer(.lockoutAttempts)
    minutes = settings.integer(.lockoutMinutes)
  }

  /// When the policy lets a user whom it locked out try again; nil if it does not by itself.
  func end(for user: Row<User>) -> Timestamp? {
    guard user[User.status] == .lockedOut, user[User.lockedBy] == .policy, minutes > 0 else {
      return nil
    }
    return user[User.statusSince].adding(minutes: minutes)
  }

  func isOver(for user: Row<User>, at now: Timestamp) -> Bool {
    end(for: user).map { $0 <= now } ?? false
  }

  /// Whether even the right password is refused, so that further guesses reveal nothing.
  func holdsOff(_ user: Row<User>) -> Bool {
    user[User.status] == .lockedOut || (most > 0 && user[User.failedAttempts] >= most)
  }

  /// Wrong passwords until the policy locks out; nil if it never does.
  func attemptsLeft(to user: Row<User>) -> Int? {
    most > 0 ? max(0, most - user[User.failedAttempts]) : nil
  }

  func isReached(by user: Row<User>) -> Bool { most > 0 && user[User.failedAttempts] >= most }
}
