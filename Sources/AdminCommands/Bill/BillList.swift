import Accounts
import ArgumentParser
import Reports

/// `bill list`
struct BillList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List bills with paid and open amounts, newest first",
    discussion: HelpText.discussion(
      "Shows paid and open amounts as of today, or as of the day in --as-of.",
      examples: [
        "bill list --account 2000001", "bill list --unpaid --due-before 2026-11-01 --csv",
      ]))

  @OptionGroup var accountWord: AccountArgument
  @Option(help: "only bills of this route") var route: String?
  @Flag(help: "only bills with an open amount") var unpaid = false
  @Option(
    help: ArgumentHelp("only bills due before this day", valueName: "date"),
    transform: TypedValue.option)
  var dueBefore: TypedDay?
  @Option(
    help: ArgumentHelp("only bills dated this day or later", valueName: "date"),
    transform: TypedValue.option)
  var from: TypedDay?
  @Option(
    help: ArgumentHelp("only bills dated this day or earlier", valueName: "date"),
    transform: TypedValue.option)
  var to: TypedDay?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var filter = Report.BillFilter()
    filter.accounts = try accountWord.filter(on: store).map(AccountNumber.init(trusted:))
    filter.route = try store.filter(Location.route, route, "route")
    filter.isUnpaid = unpaid
    filter.dueBefore = context.day(dueBefore, "--due-before", on: store)
    (filter.from, filter.to) = try context.days(from: from, to: to, on: store)
    return .bills(filter, asOf: context.day(on: store), dialect: store.dialect)
  }
}
