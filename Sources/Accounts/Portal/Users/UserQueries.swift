package import Engines
package import Ledger
package import Values

/// Questions about users that more than one command asks.
extension Store {
  /// Refuses an address that no user has.
  package func requireUser(_ email: EmailAddress) throws {
    _ = try userRow(email)
  }

  /// Nil if no user signs in with the address.
  package func userRow(ifKnown email: EmailAddress) throws -> Row<User>? {
    try books().rows(User.byEmail, email.signInName).first
  }

  package func userRow(_ email: EmailAddress) throws -> Row<User> {
    do throws(RuleError) {
      return try books().user(email)
    } catch {
      switch error {
      case .rejected(let rejection): throw rejection
      case .store(let error): throw error
      }
    }
  }

  /// The user who is signed in with that session.
  package func signedIn(_ session: PortalToken) throws -> Row<User> {
    do throws(RuleError) {
      return try books().signedIn(session)
    } catch {
      switch error {
      case .rejected(let rejection): throw rejection
      case .store(let error): throw error
      }
    }
  }

  /// Users whom the policy has locked out since a moment, the first locked first.
  package func usersLocked(since moment: Timestamp) throws -> [String] {
    try locked("status_since >= ?", [moment.datum])
  }

  /// Those whom the policy has locked out for as long as it says; none where it says no time.
  package func usersWhoseLockoutIsOver() throws -> [String] {
    try locked(UserLock.isOver("", settings, at: now))
  }

  private func locked(_ condition: String, _ arguments: [Datum] = []) throws -> [String] {
    var found: [String] = []
    try each(
      sql: """
        SELECT email FROM portal_user WHERE \(UserLock.isByPolicy("")) \
        AND \(condition) ORDER BY status_since, email
        """, arguments
    ) { row in
      found.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    return found
  }

  /// What locked a user out, in words; nil if the user is not locked out.
  package func lockout(of email: EmailAddress) throws -> String? {
    let user = try userRow(email)
    guard user[User.status] == .lockedOut else { return nil }
    let last =
      user[User.lastSignInAt].map { "last signed in \(settings.zone.text($0))" }
      ?? "never signed in"
    let who = user[User.lockedBy] == .staff ? "staff" : "the policy"
    return "locked out by \(who) since \(settings.zone.text(user[User.statusSince])) after "
      + "\(user[User.failedAttempts]) wrong password"
      + (user[User.failedAttempts] == 1 ? "" : "s") + "; \(last); \(settings.lockoutPolicy)"
  }
}

extension Settings {
  /// The lockout policy in words.
  package var lockoutPolicy: String {
    let attempts = integer(.lockoutAttempts)
    guard attempts > 0 else { return "the policy does not lock users out" }
    let minutes = integer(.lockoutMinutes)
    return "the policy locks out after \(attempts) wrong passwords, "
      + (minutes == 0 ? "until unlocked by staff or by mail" : "for \(minutes) minutes")
  }
}
