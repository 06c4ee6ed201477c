extension Migration {
  /// The status that a suspended user had, and has again when the suspension is lifted; nil in
  /// suspensions from before it was kept, which end active.
  static let suspendedUsers = Migration(
    name: "suspended users", sql: "ALTER TABLE portal_user ADD COLUMN suspended_from TEXT;")
}
