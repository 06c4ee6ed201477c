import Accounts
import ArgumentParser
import Reports

/// `location list`
struct LocationList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List service locations",
    discussion: HelpText.discussion("", examples: ["location list --route R01 --csv"]))

  @Option(help: "only locations of this route") var route: String?
  @Option(help: "only locations of this billing cycle") var cycle: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report { .locations(route: route, cycle: cycle) }
}
