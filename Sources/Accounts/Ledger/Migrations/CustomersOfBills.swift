extension Migration {
  /// A transferred balance stays the debt of its customer, whoever holds the account on its day.
  static let customersOfBills = Migration(
    name: "customers of bills", sql: "ALTER TABLE bill ADD COLUMN cid TEXT REFERENCES customer;")

  /// Settles the accounts that an older store left unsettled; before this step, bills lack columns
  /// that this program reads.
  static let billsOfCustomers = Migration(
    name: "bills of customers",
    sql: "CREATE INDEX bill_cid ON bill (cid) WHERE cid IS NOT NULL;",
    accountsToSettle: """
      SELECT account FROM bill WHERE voided_on > billed_on UNION \
      SELECT account FROM bill WHERE account NOT IN (SELECT account FROM settled_account) UNION \
      SELECT account FROM payment WHERE account NOT IN (SELECT account FROM settled_account)
      """)
}
