import Accounts
import ArgumentParser
import Reports

/// `account list`
struct AccountList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List accounts with their responsible customers",
    discussion: HelpText.discussion(
      "Shows status and customers as of today, or as of the day in --as-of.",
      examples: ["account list --cid 100001", "account list --status closed --csv"]))

  @Option(help: ArgumentHelp("only accounts of this customer", valueName: "cid")) var cid: String?
  @Option(help: "only accounts at this service location") var location: String?
  @Option(help: "only accounts with this status") var status: AccountStatus?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .accounts(
      cid: cid, location: location, status: status, asOf: day(store),
      dialect: store.dialect)
  }
}
