import Accounts
import ArgumentParser
import Reports

/// `account show`
struct AccountShow: ShowCommand {
  static let help = CommandHelp(
    "show", abstract: "Show an account as the portal's Account Summary does",
    discussion: HelpText.discussion(
      "", examples: ["account show 2000001", "account show 2000001 --as-of 2025-12-31 --json"]))

  @Argument(help: "account number") var account: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .account(try Words.value(account, "account"), on: store, asOf: context.day(on: store))
  }
}
