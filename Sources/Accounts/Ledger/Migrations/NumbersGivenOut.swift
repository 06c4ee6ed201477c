extension Migration {
  /// The keys of rows that are gone, the greatest number first or last: numbers are not given out
  /// again. And which changes entries for the bank went through.
  static let numbersGivenOut = Migration(
    name: "numbers given out",
    sql: """
      CREATE INDEX change_row_removed ON change_row (table_name, length(row_key), row_key)
        WHERE action = 'delete';
      CREATE INDEX change_row_eft_entry ON change_row (row_key, change)
        WHERE table_name = 'eft_entry';
      ALTER TABLE eft_entry ADD COLUMN earlier_codes TEXT;
      """)
}
