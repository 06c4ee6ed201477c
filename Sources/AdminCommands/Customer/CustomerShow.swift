import Accounts
import ArgumentParser
import Reports

/// `customer show`
struct CustomerShow: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a customer and the customer's accounts",
    discussion: HelpText.discussion("", examples: ["customer show 100001"]))

  @Argument(help: "customer ID") var cid: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    try .customer(try Words.value(cid, "cid"), on: store, asOf: day(store))
  }
}

extension CustomerShow: OneWordCommand {
  init(_ word: String, _ global: GlobalOptions) {
    self.init()
    cid = word
    self.global = global
  }
}
