extension Migration {
  /// Customers by name, to know a file that comes again.
  static let customerNames = Migration(
    name: "customer names", sql: "CREATE INDEX customer_name ON customer (name);")
}
