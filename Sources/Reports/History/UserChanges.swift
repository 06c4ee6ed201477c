import Accounts

/// What the journal records about a portal user beyond the current record.
extension HistoryEvent {
  /// What happened to the user's status, in words.
  static let userStatus = HistoryEvent(
    event: "user", moment: .at("c.at"), what: words,
    source: "change c JOIN change_row r ON r.change = c.change WHERE \(rows) AND \(isOfStatus)",
    operatorName: "CASE WHEN r.after LIKE '\(byPolicy)' THEN '' ELSE c.operator END",
    written: JournalLines.number("r"), number: "c.change", marks: [.text])

  /// Other changes, and nothing that only counts a sign-in, which is an event by itself.
  static let userLines = JournalLines(
    sql: """
      SELECT r.change FROM change_row r WHERE \(rows) AND NOT \(isOfStatus) AND NOT \(isOfSignIn)
      """, marks: [.text])

  private static let rows = "r.table_name = 'portal_user' AND r.row_key = ?"
  private static let after = "coalesce(r.after, '')"
  private static let isOfStatus =
    "(r.action = 'update' AND \(after) LIKE '%\"status\":\"%' AND \(words) IS NOT NULL)"
  /// The journal keeps fields in their order in the table.
  private static let isOfSignIn = """
    (r.action = 'update' AND (\(after) LIKE '{"failed_attempts":%' \
    OR \(after) LIKE '{"last_sign_in_at":%') AND \(after) NOT LIKE '%"locked_by":%' \
    AND \(after) NOT LIKE '%"new_email":%')
    """

  /// Activation is on record.
  private static let words = """
    CASE WHEN \(had(.suspended)) AND NOT \(has(.deprovisioned)) THEN 'unsuspended' \
    WHEN \(has(.lockedOut)) AND \(after) LIKE '\(byPolicy)' \
    THEN 'locked out by the policy' WHEN \(has(.lockedOut)) THEN 'locked by staff' \
    WHEN \(has(.suspended)) THEN 'suspended' WHEN \(has(.deprovisioned)) THEN 'deactivated' \
    WHEN \(has(.recovery)) THEN 'password reset by staff' \
    WHEN \(had(.lockedOut)) AND \(has(.active)) THEN 'unlocked' END
    """

  private static let byPolicy = "%\"locked_by\":\"\(LockedBy.policy.rawValue)\"%"

  private static func has(_ status: UserStatus) -> String {
    User.status.isJournaled(status, in: "r.after")
  }
  private static func had(_ status: UserStatus) -> String {
    User.status.isJournaled(status, in: "r.before")
  }
}
