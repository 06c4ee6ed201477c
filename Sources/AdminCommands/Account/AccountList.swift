import Accounts
import ArgumentParser
import Reports

/// `account list`
struct AccountList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List accounts with their responsible customers",
    discussion: HelpText.discussion(
      "Shows status and customers as of today, or as of the day in --as-of; an earlier day leaves out "
        + "accounts that were opened later. \(AddressHelp.text)",
      examples: ["account list --cid 100001", "account list --status closed --csv"]))

  @Option(help: ArgumentHelp("only accounts of this customer", valueName: "cid")) var cid: String?
  @Option(help: "only accounts at this service location") var location: String?
  @Option(help: "only accounts at this address or street") var address: String?
  @Option(help: "only accounts with this status") var status: AccountStatus?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let day = context.day(on: store)
    return .accounts(
      cid: try store.filter(customer: cid)?.text,
      location: try store.filter(Location.self, location, "location")?.text, address: address,
      status: status,
      asOf: day, isEarlierDay: day < store.today, dialect: store.dialect)
  }
}
