extension Migration {
  /// What the journal has about a location, found without reading the rest.
  static let journalOfPlaces = Migration(
    name: "journal of places",
    sql: """
      CREATE INDEX change_row_location ON change_row (row_key, change)
        WHERE table_name = 'location';
      """)
}
