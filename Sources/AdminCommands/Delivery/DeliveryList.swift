import Accounts
import ArgumentParser
import Reports

/// `delivery list`
struct DeliveryList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List open accounts and what way their bills go",
    discussion: HelpText.discussion(
      "Where nobody ever chose, bills go by mail.",
      examples: ["delivery list --method email --csv", "delivery list --bounced --route R01"]))

  @Option(help: "only bills that go so") var method: DeliveryMethod?
  @Option(help: ArgumentHelp("only bills that go to this address", valueName: "email"))
  var email: EmailAddress?
  @Flag(help: "only where mails have come back, be it that bills go by mail since")
  var bounced = false
  @Option(help: "only this route") var route: String?
  @Option(help: "only this billing cycle") var cycle: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    var filter = DeliveryFilter()
    filter.method = method
    filter.email = email
    filter.isBounced = bounced
    filter.route = route
    filter.cycle = cycle
    return .deliveries(filter, asOf: day(store), dialect: store.connection.dialect)
  }
}
