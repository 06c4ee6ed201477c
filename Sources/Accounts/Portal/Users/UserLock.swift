package import Engines
package import Ledger
package import Values

/// Whether a user is still locked out, in SQL.
package enum UserLock {
  /// True for users whom the policy locked out, when the time of that is over: the next right
  /// password lets them in. False for all if the policy has no time limit.
  /// - Parameter row: the alias of `portal_user` and a point, if it has one.
  package static func isOver(_ row: String, _ settings: Settings, at now: Timestamp) -> String {
    let minutes = settings.integer(.lockoutMinutes)
    guard minutes > 0 else { return "1 = 0" }
    return """
      (\(isByPolicy(row)) AND \(row)status_since <= '\(now.adding(minutes: -minutes))')
      """
  }

  /// When the time of a lock is over; NULL if it stays until staff unlock it.
  package static func end(
    _ row: String, _ settings: Settings, _ dialect: any Dialect
  ) -> String {
    let minutes = settings.integer(.lockoutMinutes)
    let ends = minutes > 0 ? isByPolicy(row) : "1 = 0"
    return
      "CASE WHEN \(ends) THEN \(dialect.moment("\(row)status_since", plusMinutes: Int64(minutes))) END"
  }

  static func isByPolicy(_ row: String) -> String {
    """
    \(row)status = \(UserStatus.lockedOut.sql) \
    AND COALESCE(\(row)locked_by, '') = \(LockedBy.policy.sql)
    """
  }
}
