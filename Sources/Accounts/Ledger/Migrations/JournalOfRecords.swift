extension Migration {
  /// Which changes a record went through, for the records that staff look at one by one. An index
  /// for all tables would cost the rows of large files, reads above all, more than it is worth.
  static let journalOfRecords = Migration(
    name: "journal-of-records",
    sql: """
      CREATE INDEX change_row_account ON change_row (row_key, change)
        WHERE table_name = 'account';
      CREATE INDEX change_row_account_customer ON change_row (row_key, change)
        WHERE table_name = 'account_customer';
      CREATE INDEX change_row_service ON change_row (row_key, change)
        WHERE table_name = 'service';
      CREATE INDEX change_row_delivery ON change_row (row_key, change)
        WHERE table_name = 'delivery_preference';
      CREATE INDEX change_row_eft ON change_row (row_key, change)
        WHERE table_name = 'eft_enrollment';
      CREATE INDEX change_row_link ON change_row (row_key, change)
        WHERE table_name = 'link';
      CREATE INDEX change_row_customer ON change_row (row_key, change)
        WHERE table_name = 'customer';
      CREATE INDEX change_row_user ON change_row (row_key, change)
        WHERE table_name = 'portal_user';
      """)
}
