import Accounts
import ArgumentParser
import Reports

/// `location show`
struct LocationShow: ShowCommand {
  static let uses: OptionUse = .datedPage
  static let help = CommandHelp(
    "show", abstract: "Show a service location and its accounts",
    discussion: HelpText.discussion("", examples: ["location show 1000001"]))

  @Argument(help: "service location ID") var location: String

  func page(on store: Store, in context: CommandContext) throws -> Page {
    try .location(
      try TypedValue.value(location, "location"), on: store, asOf: context.day(on: store))
  }
}
