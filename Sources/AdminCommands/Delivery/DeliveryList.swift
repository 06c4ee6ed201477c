import Accounts
import ArgumentParser
import Reports

/// `delivery list`
struct DeliveryList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List open accounts with their bill delivery",
    discussion: HelpText.discussion(
      "Without a preference, bills go by mail.",
      examples: ["delivery list --method email --csv", "delivery list --bounced --route 001"]))

  @OptionGroup var accountWord: AccountArgument
  @Option(help: "only accounts with this delivery method") var method: DeliveryMethod?
  @Option(
    help: ArgumentHelp("only accounts whose bills go to this address", valueName: "email"),
    transform: TypedValue.option)
  var email: EmailAddress?
  @Flag(help: "only accounts with bounced e-mail, even if bills now go by mail")
  var bounced = false
  @Option(help: "only accounts on this route") var route: String?
  @Option(help: "only accounts in this billing cycle") var cycle: String?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var filter = DeliveryFilter()
    filter.accounts = try accountWord.filter(on: store)
    filter.method = method
    filter.email = try store.filter(address: email, "email")
    filter.isBounced = bounced
    filter.route = try store.filter(Location.route, route, "route")
    filter.cycle = try store.filter(Location.cycle, cycle, "cycle")
    return .deliveries(filter, asOf: context.day(on: store), dialect: store.dialect)
  }
}
