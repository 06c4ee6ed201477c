extension Migration {
  /// Notes on records; what kind of record it is decides which table the key is of.
  static let notes = Migration(
    name: "notes",
    sql: """
      CREATE TABLE note (
        note BIGINT PRIMARY KEY,
        kind TEXT NOT NULL,
        record_key TEXT NOT NULL,
        text TEXT NOT NULL,
        operator TEXT NOT NULL,
        at {timestamp} NOT NULL,
        noted_on {date} NOT NULL
      ){table};
      CREATE INDEX note_record ON note (kind, record_key);
      """)
}
