import Engines
package import Ledger
package import Values

/// Puts an announcement on the portal's welcome page.
package struct AddAnnouncement: Operation {
  package static let name = OperationName("announcement", "add")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes: [TableWrite] = [.insert(Announcement.table)]
  package static let fields = [
    title.info, text.info, from.info, to.info, audience.info,
  ]

  static let title = Field<Line>.argument("title", "title of the announcement")
  static let text = Field<Prose>.argument("text", "text of the announcement")
  static let from = Field<CivilDate>.option(
    "from", "first day to show it; default: today")
  static let to = Field<CivilDate>.option("to", "last day to show it")
  static let audience = Field<Audience>.option("audience", "who sees it; default: all")

  let title: Line
  let text: Prose
  let from: CivilDate?
  let to: CivilDate?
  let audience: Audience

  package init(_ input: Input) throws(Rejection) {
    title = try input.require(Self.title)
    text = try input.require(Self.text)
    from = try input[Self.from]
    to = try input[Self.to]
    audience = try input[Self.audience] ?? .all
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let day = from ?? books.today
    if let to, to < day {
      throw .refuse(
        .dateOrder, field: "to", found: "\(to), before its first day \(day)",
        expected: "\(day) or later", remedy: "check whether the two dates are swapped")
    }
    let same = try books.rows(Announcement.titled, title).filter(isSame)
    if let shown = same.first(where: { $0[Announcement.retiredOn] == nil }) {
      return Effect("announcement \(shown[Announcement.id]), \(title), is unchanged")
    }
    if let retired = same.first, books.repeats.isOfFile {
      return try books.alreadyThere(
        "announcement \(retired[Announcement.id]), \(title)", field: "title")
    }
    try books.checkIsPlanned(day, field: "from")
    var row = Row<Announcement>()
    row[Announcement.id] = try books.nextID(Announcement.self)
    row[Announcement.title] = title
    row[Announcement.text] = text
    row[Announcement.audience] = audience
    row[Announcement.fromOn] = day
    row[Announcement.toOn] = to
    books.insert(row)
    return Effect(
      "announcement \(row[Announcement.id]), \(title), is shown from \(day) "
        + (to.map { "to \($0)" } ?? "on"),
      newKey: "\(row[Announcement.id])",
      notices: to.map { $0 < books.today } == true ? ["its last day is in the past"] : [])
  }

  /// A date that is not given is not compared, so a rerun on another day still matches.
  private func isSame(_ row: Row<Announcement>) -> Bool {
    row[Announcement.text] == text && row[Announcement.audience] == audience
      && row[Announcement.toOn] == to
      && (from == nil || row[Announcement.fromOn] == from)
  }
}
