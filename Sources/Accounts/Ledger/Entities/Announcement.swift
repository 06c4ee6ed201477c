package import Engines
package import Values

/// An announcement on the portal's welcome page.
package enum Announcement: Entity {
  package static let id = Column<Announcement, Int64>(0, "announcement")
  package static let title = Column<Announcement, Line>(1, "title")
  package static let text = Column<Announcement, Prose>(2, "text")
  package static let audience = Column<Announcement, Audience>(3, "audience")
  package static let fromOn = Column<Announcement, CivilDate>(4, "from_on")
  /// The last day on which it is shown; nil until it is retired.
  package static let toOn = Column<Announcement, CivilDate?>(5, "to_on")
  /// The first day on which it is no longer shown, regardless of its last day.
  package static let retiredOn = Column<Announcement, CivilDate?>(6, "retired_on")

  package static let table = Table(
    "announcement",
    [id.info, title.info, text.info, audience.info, fromOn.info, toOn.info, retiredOn.info])

  package static let titled = Lookup<Announcement>([.equal(title)], order: [.ascending(id)])
}

/// Who sees an announcement: all who come to the portal, or users with an account.
package enum Audience: String, Choice {
  package static let valueName = "audience"
  case all, linked
}
