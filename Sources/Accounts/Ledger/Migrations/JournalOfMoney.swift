extension Migration {
  /// By whom bills, payments and meters were changed, for the history of a record. Reads, of which
  /// large files have the most, have no such index.
  static let journalOfMoney = Migration(
    name: "journal of money and meters",
    sql: """
      CREATE INDEX change_row_bill ON change_row (row_key, change)
        WHERE table_name = 'bill';
      CREATE INDEX change_row_payment ON change_row (row_key, change)
        WHERE table_name = 'payment';
      CREATE INDEX change_row_meter ON change_row (row_key, change)
        WHERE table_name = 'meter';
      CREATE INDEX change_row_meter_install ON change_row (row_key, change)
        WHERE table_name = 'meter_install';
      CREATE INDEX change_row_suspension ON change_row (row_key, change)
        WHERE table_name = 'suspension';
      """)
}
