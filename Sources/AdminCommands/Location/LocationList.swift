import Accounts
import ArgumentParser
import Reports

/// `location list`
struct LocationList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List service locations",
    discussion: HelpText.discussion("", examples: ["location list --route R01 --csv"]))

  @Option(help: "only locations of this route") var route: String?
  @Option(help: "only locations of this billing cycle") var cycle: String?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .locations(
      route: try store.filter(Location.route, route, "route"),
      cycle: try store.filter(Location.cycle, cycle, "cycle"))
  }
}
