import Accounts
import ArgumentParser
import Reports

/// `delivery show`
struct DeliveryShow: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what way an account's bills go, went and will go",
    discussion: HelpText.discussion(
      "What holds is that of today, or of the day in --as-of.",
      examples: ["delivery show 2000001", "delivery show 2000001 --as-of 2026-12-01 --json"]))

  @Argument(help: "account number") var account: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    try .delivery(try Words.value(account, "account"), on: store, asOf: day(store))
  }
}
