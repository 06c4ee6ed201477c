extension Migration {
  /// The account whose rights a change used, where it is not the operator's own: a service account
  /// behind sudo, or a role that a login of the server has taken on.
  static let actingAccount = Migration(
    name: "acting-account", sql: "ALTER TABLE change ADD COLUMN acting_as TEXT;")
}
