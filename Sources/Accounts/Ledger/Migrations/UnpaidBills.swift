extension Migration {
  /// Unpaid bills in the order of their list, and what pays bills from a later day on, so that the first
  /// unpaid bills are found without the others.
  static let unpaidBills = Migration(
    name: "unpaid bills",
    sql: """
      CREATE INDEX bill_share_unpaid ON bill_share (billed_on DESC, bill) WHERE open > 0;
      CREATE INDEX payment_application_later ON payment_application (from_on)
        WHERE to_on IS NULL AND bill IS NOT NULL;
      """)
}
