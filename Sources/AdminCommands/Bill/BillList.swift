import Accounts
import ArgumentParser
import Reports

/// `bill list`
struct BillList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List bills with paid and open amounts, newest first",
    discussion: HelpText.discussion(
      "Shows paid and open amounts as of today, or as of the day in --as-of.",
      examples: [
        "bill list --account 2000001", "bill list --unpaid --due-before 2026-11-01 --csv",
      ]))

  @Option(help: "only bills of this account") var account: String?
  @Option(help: "only bills of this route") var route: String?
  @Flag(help: "only bills with an open amount") var unpaid = false
  @Option(
    help: ArgumentHelp("only bills due before this day", valueName: "date"),
    transform: Words.option)
  var dueBefore: CivilDate?
  @Option(
    help: ArgumentHelp("only bills dated this day or later", valueName: "date"),
    transform: Words.option)
  var from: CivilDate?
  @Option(
    help: ArgumentHelp("only bills dated this day or earlier", valueName: "date"),
    transform: Words.option)
  var to: CivilDate?

  func validate() throws { try DayRange.check(from: from, to: to) }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var filter = Report.BillFilter()
    filter.account = try store.filter(Account.self, account, "account")
    filter.route = try store.filter(Location.route, route, "route")
    filter.isUnpaid = unpaid
    filter.dueBefore = dueBefore
    filter.from = from
    filter.to = to
    return .bills(filter, asOf: context.day(on: store), dialect: store.dialect)
  }
}
