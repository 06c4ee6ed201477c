extension Migration {
  /// Finds a payment by its check number or other reference, on whatever account it is.
  static let paymentReferences = Migration(
    name: "payment references",
    sql: """
      CREATE INDEX payment_by_reference ON payment (reference) WHERE reference IS NOT NULL
      """)
}
