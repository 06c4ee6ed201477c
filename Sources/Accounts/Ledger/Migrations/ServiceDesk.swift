extension Migration {
  /// Announcements on the portal's welcome page.
  static let serviceDesk = Migration(
    name: "service-desk",
    sql: """
      CREATE TABLE announcement (
        announcement BIGINT PRIMARY KEY,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        audience TEXT NOT NULL CHECK (audience = 'all' OR audience = 'linked'),
        from_on {date} NOT NULL,
        to_on {date},
        retired_on {date},
        CHECK (to_on IS NULL OR to_on >= from_on)
      ){table};
      """)
}
