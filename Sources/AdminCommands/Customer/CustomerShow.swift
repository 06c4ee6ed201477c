import Accounts
import ArgumentParser
import Reports

/// `customer show`
struct CustomerShow: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show a customer and the customer's accounts",
    discussion: HelpText.discussion("", examples: ["customer show 100001"]))

  @Argument(help: "customer ID") var cid: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .customer(try TypedValue.value(cid, "cid"), on: store, asOf: context.day(on: store))
  }
}
