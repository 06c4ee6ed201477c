import Accounts
import ArgumentParser
import Reports

/// `meter show`
struct MeterShow: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a meter, its services and its last reads",
    discussion: HelpText.discussion("", examples: ["meter show 60000011"]))

  @Argument(help: "meter serial number") var meter: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func page(on store: Store) throws -> Page {
    try .meter(try Words.value(meter, "meter"), on: store, asOf: day(store))
  }
}

extension MeterShow: OneWordCommand {
  init(_ word: String, _ global: GlobalOptions) {
    self.init()
    meter = word
    self.global = global
  }
}
