extension Migration {
  /// A reference of an account on any day, so that a payment is known that comes again with another.
  static let referencesOfAccounts = Migration(
    name: "references of accounts",
    sql: """
      DROP INDEX payment_reference;
      CREATE INDEX payment_reference ON payment (account, reference, posted_on)
        WHERE reference IS NOT NULL;
      CREATE INDEX bill_alike ON bill (account, billed_on, bill);
      """)
}
