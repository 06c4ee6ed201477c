import Accounts
import ArgumentParser
import Reports

/// `meter show`
struct MeterShow: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show a meter, its services and its last reads",
    discussion: HelpText.discussion("", examples: ["meter show 60000011"]))

  @Argument(help: "meter serial number") var meter: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .meter(try TypedValue.value(meter, "meter"), on: store, asOf: context.day(on: store))
  }
}
