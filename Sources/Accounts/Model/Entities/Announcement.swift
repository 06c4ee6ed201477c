/// An announcement on the portal's welcome page.
public enum Announcement: Entity {
  public static let id = Column<Announcement, Int64>(0, "announcement")
  public static let title = Column<Announcement, Line>(1, "title")
  public static let text = Column<Announcement, Prose>(2, "text")
  public static let audience = Column<Announcement, Audience>(3, "audience")
  public static let fromOn = Column<Announcement, CivilDate>(4, "from_on")
  /// The last day on which it is shown; nil until it is retired.
  public static let toOn = Column<Announcement, CivilDate?>(5, "to_on")
  /// The first day on which it is no longer shown, regardless of its last day.
  public static let retiredOn = Column<Announcement, CivilDate?>(6, "retired_on")

  public static let table = Table(
    "announcement",
    [id.info, title.info, text.info, audience.info, fromOn.info, toOn.info, retiredOn.info])

  static let titled = Lookup<Announcement>([.equal(title)], order: [.ascending(id)])
}

/// Who sees an announcement: all who come to the portal, or users with an account.
public enum Audience: String, Choice {
  public static let valueName = "audience"
  case all, linked
}
