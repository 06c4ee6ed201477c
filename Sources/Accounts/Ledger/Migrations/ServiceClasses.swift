extension Migration {
  /// The class of a service: residential, commercial, industrial, public and so on.
  static let serviceClasses = Migration(
    name: "service classes", sql: "ALTER TABLE service ADD COLUMN class TEXT;")
}
