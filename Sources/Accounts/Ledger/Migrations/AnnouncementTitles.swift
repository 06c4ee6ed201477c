extension Migration {
  /// A rerun of a file of announcements finds each by its title.
  static let announcementTitles = Migration(
    name: "announcement titles",
    sql: "CREATE INDEX announcement_title ON announcement (title);")
}
