import Accounts
import ArgumentParser
import Reports

/// `delivery show`
struct DeliveryShow: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show an account's past, current and pending bill delivery",
    usage: NeededAccount.usage("delivery"),
    discussion: HelpText.discussion(
      "The current preference is the one in effect today, or on the day in --as-of.",
      examples: ["delivery show 2000001", "delivery show 2000001 --as-of 2026-12-01 --json"]))

  @OptionGroup var account: NeededAccount

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .delivery(try account.number(), on: store, asOf: context.day(on: store))
  }
}
