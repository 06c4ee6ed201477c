import Accounts
import ArgumentParser
import Reports

/// `account show`
struct AccountShow: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an account as the portal's Account Summary does",
    discussion: HelpText.discussion(
      "", examples: ["account show 2000001", "account show 2000001 --as-of 2025-12-31 --json"]))

  @Argument(help: "account number") var account: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    try .account(try Words.value(account, "account"), on: store, asOf: day(store))
  }
}

extension AccountShow: OneWordCommand {
  init(_ word: String, _ global: GlobalOptions) {
    self.init()
    account = word
    self.global = global
  }
}
