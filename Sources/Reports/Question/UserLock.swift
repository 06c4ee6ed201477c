import Accounts

/// Whether a user is still kept out.
enum UserLock {
  /// SQL that is false for whom the policy locked out, when its time is over: the next right password lets
  /// that user in.
  /// - Parameter row: the alias of `portal_user` and a point, if it has one.
  static func holds(_ row: String, _ settings: Settings, at now: Timestamp) -> String {
    let minutes = settings.integer(.lockoutMinutes)
    guard minutes > 0 else { return "1 = 1" }
    return """
      NOT (\(row)status = 'locked_out' AND COALESCE(\(row)locked_by, '') = 'policy' \
      AND \(row)status_since <= '\(now.adding(minutes: -minutes))')
      """
  }
}
