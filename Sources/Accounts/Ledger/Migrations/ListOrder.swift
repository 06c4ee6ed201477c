extension Migration {
  /// The order of the lists of bills and of payments, so that their first rows are found without
  /// the others.
  static let listOrder = Migration(
    name: "list order",
    sql: """
      CREATE INDEX bill_listed ON bill (billed_on DESC, bill);
      CREATE INDEX payment_listed ON payment (posted_on, payment);
      """)
}
