import Accounts
import ArgumentParser
import Reports

/// `bill show`
struct BillShow: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show a bill with its lines and payments",
    discussion: HelpText.discussion(
      """
      Shows paid and open amounts as of today, or as of the day in --as-of. Payments without a bill \
      are applied to the oldest due amounts first, so the amount paid can exceed the payments listed.
      """, examples: ["bill show 8000001", "bill show 8000001 --as-of 2026-06-30 --json"]))

  @Argument(help: "bill number") var bill: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .bill(try TypedValue.value(bill, "bill"), on: store, asOf: context.day(on: store))
  }
}
