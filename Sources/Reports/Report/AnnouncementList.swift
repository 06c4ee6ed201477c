package import Accounts

extension Report {
  /// Announcements, the latest first; those that are shown on a day, or all.
  /// - Parameter isLinked: what a user sees who has an account, or who has none; nil is all.
  package static func announcements(
    shownOnly: Bool, isLinked: Bool? = nil, asOf day: CivilDate, dialect: any Dialect
  ) -> Report {
    let state = """
      CASE WHEN n.retired_on <= d.day THEN 'retired' WHEN n.to_on < d.day THEN 'ended' \
      WHEN n.from_on > d.day THEN 'pending' ELSE 'shown' END
      """
    var conditions: [Condition] = []
    if shownOnly { conditions.append(Condition("\(state) = 'shown'")) }
    if isLinked == false { conditions.append(Condition("n.audience = \(Audience.all.sql)")) }
    return Report(
      "announcement list",
      columns: [
        Column("announcement", of: Announcement.id, "n"),
        Column("title", of: Announcement.title, "n"),
        Column("text", of: Announcement.text, "n"),
        Column("audience", of: Announcement.audience, "n"),
        Column("from", of: Announcement.fromOn, "n"), Column("to", of: Announcement.toOn, "n"),
        Column("retired-on", of: Announcement.retiredOn, "n"), Column("state", state),
      ], from: "(SELECT \(dialect.dateMark) AS day) d CROSS JOIN announcement n",
      sourceArguments: [day.datum], where: conditions,
      orderBy: ["n.from_on DESC", "n.announcement DESC"])
  }
}
