extension Migration {
  /// The day from which a void bill is not owed, so that reports of earlier days keep it.
  static let voidedBills = Migration(
    name: "void bills",
    sql: """
      ALTER TABLE bill_share ADD COLUMN to_on {date};
      CREATE INDEX bill_share_void ON bill_share (to_on) WHERE to_on IS NOT NULL
      """,
    accountsToSettle: """
      SELECT account FROM bill WHERE voided_on > billed_on UNION \
      SELECT account FROM bill WHERE account NOT IN (SELECT account FROM settled_account) UNION \
      SELECT account FROM payment WHERE account NOT IN (SELECT account FROM settled_account)
      """)
}
