import Engines
import Ledger
import Values

extension Row<User> {
  /// Why staff gave the user the present status; nil if they gave no reason.
  func reasonOfStatus(on store: Store) throws -> String? {
    // The end of a suspension, or an undo, restores the earlier status, so its earlier reason applies.
    return try store.reason(
      ofLastLineOf: User.table, "\(self[User.id])",
      where: "c.undoes IS NULL AND r.action = 'update' "
        + "AND \(User.status.isJournaled(self[User.status], in: "r.after")) "
        + "AND NOT (\(User.status.isJournaled(.suspended, in: "r.before")) "
        + "AND \(User.status.isJournaled(.lockedOut, in: "r.after")))")
  }
}

extension UserStatus {
  /// What the end of a suspension does for a user who had this status before it.
  var returning: String {
    self == .active
      ? "lets the user sign in again"
      : "makes the user \(rawValue) again, as before: \(meaning)"
  }
}
