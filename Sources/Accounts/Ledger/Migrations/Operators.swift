extension Migration {
  /// Who may work on the store. Without a row everybody may, as the file's permissions let them.
  static let operators = Migration(
    name: "operators",
    sql: """
      CREATE TABLE operator (
        operator TEXT PRIMARY KEY,
        role TEXT NOT NULL
          CHECK (role = 'viewer' OR role = 'clerk' OR role = 'supervisor' OR role = 'admin'),
        full_name TEXT,
        added_on {date} NOT NULL
      ){clustered};
      """)
}
