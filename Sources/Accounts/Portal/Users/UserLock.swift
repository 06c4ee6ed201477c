package import Ledger
package import Values

/// Whether a user is still kept out, in SQL.
package enum UserLock {
  /// True for whom the policy locked out, when its time is over: the next right password lets that user
  /// in. False for all where the policy says no time.
  /// - Parameter row: the alias of `portal_user` and a point, if it has one.
  package static func isOver(_ row: String, _ settings: Settings, at now: Timestamp) -> String {
    let minutes = settings.integer(.lockoutMinutes)
    guard minutes > 0 else { return "1 = 0" }
    return """
      (\(row)status = 'locked_out' AND COALESCE(\(row)locked_by, '') = 'policy' \
      AND \(row)status_since <= '\(now.adding(minutes: -minutes))')
      """
  }
}
