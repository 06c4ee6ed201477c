extension Migration {
  /// The day from which a void bill is not owed, so that reports of earlier days keep it; those of older
  /// stores are settled by `billsOfCustomers`.
  static let voidedBills = Migration(
    name: "void bills",
    sql: """
      ALTER TABLE bill_share ADD COLUMN to_on {date};
      CREATE INDEX bill_share_void ON bill_share (to_on) WHERE to_on IS NOT NULL
      """)
}
