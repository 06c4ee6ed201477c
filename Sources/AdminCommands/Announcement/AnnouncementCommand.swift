import Accounts
import ArgumentParser
import Reports

/// `announcement …`
struct AnnouncementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announcement", abstract: "What the portal's welcome page tells its visitors",
    subcommands: [
      OperationCommand<AddAnnouncement>.self,
      OperationCommand<RetireAnnouncement>.self,
      AnnouncementList.self,
    ])
}

/// `announcement list`
struct AnnouncementList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List announcements that are shown today, the latest first",
    discussion: HelpText.discussion(
      "With --as-of: those that are shown on that day.",
      examples: ["announcement list", "announcement list --all --csv"]))

  @Flag(help: "those that are pending, ended or retired too") var all = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .announcements(shownOnly: !all, asOf: day(store), dialect: store.connection.dialect)
  }
}
