import Accounts
import ArgumentParser
import Reports

/// `account show`
struct AccountShow: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show the account summary that the portal shows",
    usage: NeededAccount.usage("account"),
    discussion: HelpText.discussion(
      "", examples: ["account show 2000001", "account show 2000001 --as-of 2025-12-31 --json"]))

  @OptionGroup var account: NeededAccount

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .account(try account.number(), on: store, asOf: context.day(on: store))
  }
}
