extension Migration {
  /// How many rows a run read, and how many of them changed nothing or were left out. Older runs do
  /// not say.
  static let countsOfRuns = Migration(
    name: "counts of runs",
    sql: """
      ALTER TABLE job ADD COLUMN row_count BIGINT;
      ALTER TABLE job ADD COLUMN unchanged BIGINT;
      ALTER TABLE job ADD COLUMN left_out BIGINT;
      """)
}
