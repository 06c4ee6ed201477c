extension Migration {
  /// Reports that are scheduled, and by whose rights.
  static let reportSchedules = Migration(
    name: "report schedules",
    sql: """
      CREATE TABLE report_schedule (
        report_schedule TEXT PRIMARY KEY,
        line TEXT NOT NULL,
        format TEXT NOT NULL,
        every TEXT NOT NULL CHECK (every = 'day' OR every = 'week' OR every = 'month'),
        on_day BIGINT,
        minute BIGINT NOT NULL,
        folder TEXT,
        email TEXT,
        operator TEXT NOT NULL,
        added_on {date} NOT NULL,
        done_through {date} NOT NULL,
        ran_at {timestamp},
        failure TEXT
      ){clustered};
      """)
}
