import Accounts
import ArgumentParser
import Reports

/// `announcement …`
struct AnnouncementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announcement", abstract: "Announcements on the portal's welcome page",
    subcommands: [
      OperationCommand<AddAnnouncement>.self,
      OperationCommand<RetireAnnouncement>.self,
      AnnouncementList.self,
    ])
}

/// `announcement list`
struct AnnouncementList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the announcements shown today, newest first",
    discussion: HelpText.discussion(
      "With --as-of, lists those shown on that day.",
      examples: ["announcement list", "announcement list --all --csv"]))

  @Flag(help: "also those that are pending, ended or retired") var all = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .announcements(shownOnly: !all, asOf: day(store), dialect: store.dialect)
  }
}
