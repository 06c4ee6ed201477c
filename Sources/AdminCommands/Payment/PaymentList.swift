import Accounts
import ArgumentParser
import Reports

/// `payment list`
struct PaymentList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List payments, newest first",
    discussion: HelpText.discussion(
      "", examples: ["payment list --account 2000001 --all", "payment list --method eft --csv"]))

  @OptionGroup var accountWord: AccountArgument
  @Option(help: "only payments for this bill") var bill: String?
  @Option(help: "only payments by this method") var method: PaymentMethod?
  @Option(
    help: ArgumentHelp("only payments posted this day or later", valueName: "date"),
    transform: TypedValue.option)
  var from: TypedDay?
  @Option(
    help: ArgumentHelp("only payments posted this day or earlier", valueName: "date"),
    transform: TypedValue.option)
  var to: TypedDay?
  @Flag(help: "also reversed payments") var all = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let days = try context.days(from: from, to: to, on: store)
    return .payments(
      accounts: try accountWord.filter(on: store),
      bill: try store.filter(Bill.self, bill, "bill")?.text, method: method,
      from: days.from, to: days.to, withReversed: all, asOf: store.today)
  }
}
