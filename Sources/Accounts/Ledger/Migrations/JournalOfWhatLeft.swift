extension Migration {
  /// Which changes took a row away from an account or a customer, by the cells that lines of the
  /// journal keep of it, and which were about reads, bounces and requests. Of reads that were added
  /// only those of small files are listed: large files have the most.
  static let journalOfWhatLeft = Migration(
    name: "journal of what left",
    sql: """
      CREATE INDEX change_row_was_account ON change_row (
        substr(before, {position}(before, '"account":"') + 11,
          {position}(substr(before, {position}(before, '"account":"') + 11), '"') - 1), table_name)
        WHERE before IS NOT NULL AND {position}(before, '"account":"') > 0;
      CREATE INDEX change_row_was_cid ON change_row (
        substr(before, {position}(before, '"cid":"') + 7,
          {position}(substr(before, {position}(before, '"cid":"') + 7), '"') - 1), table_name)
        WHERE before IS NOT NULL AND {position}(before, '"cid":"') > 0;
      CREATE INDEX change_row_read ON change_row (row_key, change)
        WHERE table_name = 'read' AND (action <> 'insert' OR number <= 100);
      CREATE INDEX change_row_delivery_event ON change_row (row_key, change)
        WHERE table_name = 'delivery_event';
      CREATE INDEX change_row_request ON change_row (row_key, change)
        WHERE table_name = 'request';
      CREATE INDEX change_row_request_message ON change_row (row_key, change)
        WHERE table_name = 'request_message';
      """)
}
