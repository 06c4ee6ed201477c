package import Ledger
package import Values

/// Removes an announcement from the portal's welcome page.
package struct RetireAnnouncement: Operation {
  package static let name = OperationName("announcement", "retire")
  package static let leastRole = Role.clerk
  package static let writes: [TableWrite] = [.update(Announcement.table)]
  package static let fields = [announcement.info, on.info]

  static let announcement = Field<WholeNumber>.argument(
    "announcement", "number of the announcement")
  static let on = Field<CivilDate>.option(
    "on", "first day not to show it; default: today")

  let announcement: Int64
  let on: CivilDate?

  package init(_ input: Input) throws(Rejection) {
    announcement = try input.require(Self.announcement).value
    on = try input[Self.on]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    guard let before = try books.find(Announcement.self, announcement) else {
      throw .refuse(
        .notFound, field: "announcement", found: "no announcement \(announcement)",
        expected: "the number of an announcement",
        remedy: "see \(run: "announcement list", options: ["all": nil])")
    }
    let phrase = "announcement \(announcement), \(before[Announcement.title]),"
    let day = on ?? books.today
    let end = before[Announcement.retiredOn] ?? before[Announcement.toOn]?.adding(days: 1)
    if let end, end <= day, on == nil || end == day {
      return Effect("\(phrase) is unchanged: not shown from \(end) on")
    }
    if let end, end < day {
      throw .refuse(
        .closed, field: "on", found: "\(day); \(phrase) is not shown from \(end) on",
        expected: "\(end) or earlier", remedy: "add it again with `announcement add`")
    }
    guard day >= before[Announcement.fromOn] || on == nil else {
      throw .refuse(
        .dateOrder, field: "on",
        found: "\(day), before its first day \(before[Announcement.fromOn])",
        expected: "\(before[Announcement.fromOn]) or later", remedy: "")
    }
    var after = before
    after[Announcement.retiredOn] = day
    books.update(before, to: after)
    return Effect("\(phrase) is not shown from \(day) on")
  }
}
