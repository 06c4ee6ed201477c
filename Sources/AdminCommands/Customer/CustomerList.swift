import Accounts
import ArgumentParser
import Reports

/// `customer list`
struct CustomerList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List customers",
    discussion: HelpText.discussion("", examples: ["customer list --city \"Linden Ford\" --csv"]))

  @Option(help: "only customers in this city") var city: String?
  @Option(help: "only customers of this kind") var kind: CustomerKind?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .customers(city: try store.filter(Customer.city, city, "city", ignoringCase: true), kind: kind)
  }
}
