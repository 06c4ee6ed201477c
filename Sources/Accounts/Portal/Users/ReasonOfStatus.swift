import Engines
import Ledger
import Values

extension Row<User> {
  /// Why staff gave the user the present status; nil if they gave no reason.
  func reasonOfStatus(on store: Store) throws -> String? {
    func has(_ status: UserStatus, _ cells: String) -> String {
      "coalesce(\(cells), '') LIKE '%\"status\":\"\(status.rawValue)\"%'"
    }
    // The end of a suspension, or an undo, restores the earlier status, so its earlier reason applies.
    return try store.reason(
      ofLastLineOf: User.table, "\(self[User.id])",
      where: "c.undoes IS NULL AND r.action = 'update' AND \(has(self[User.status], "r.after")) "
        + "AND NOT (\(has(.suspended, "r.before")) AND \(has(.lockedOut, "r.after")))")
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
