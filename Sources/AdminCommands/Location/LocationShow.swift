import Accounts
import ArgumentParser
import Reports

/// `location show`
struct LocationShow: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a service location and its accounts",
    discussion: HelpText.discussion("", examples: ["location show L0000001"]))

  @Argument(help: "service location ID") var location: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    try .location(try Words.value(location, "location"), on: store, asOf: day(store))
  }
}

extension LocationShow: OneWordCommand {
  init(_ word: String, _ global: GlobalOptions) {
    self.init()
    location = word
    self.global = global
  }
}
