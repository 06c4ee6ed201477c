import Accounts
import ArgumentParser
import Reports

/// `announcement …`
struct AnnouncementCommand: NounCommand {
  static let name = "announcement"
  static let abstract = "Announcements on the portal's welcome page"
  static let verbs: [Verb] = [
    Verb(AddAnnouncement.self),
    Verb(RetireAnnouncement.self),
    Verb(AnnouncementList.self),
  ]
}

/// `announcement list`
struct AnnouncementList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List the announcements shown today, newest first",
    discussion: HelpText.discussion(
      "With --as-of, lists those shown on that day.",
      examples: ["announcement list", "announcement list --all --csv"]))

  @Flag(help: "include pending, ended and retired announcements") var all = false

  func report(on store: Store, in context: CommandContext) -> Report {
    .announcements(shownOnly: !all, asOf: context.day(on: store), dialect: store.dialect)
  }
}
