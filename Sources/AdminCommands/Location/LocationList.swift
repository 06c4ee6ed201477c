import Accounts
import ArgumentParser
import Reports

/// `location list`
struct LocationList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List service locations",
    discussion: HelpText.discussion(
      AddressHelp.text,
      examples: [
        "location list --route 001 --csv", "location list --address \"acorn street\"",
      ]))

  @Option(help: "only locations of this route") var route: String?
  @Option(help: "only locations of this billing cycle") var cycle: String?

  @Option(help: "only locations at this address or street") var address: String?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .locations(
      route: try store.filter(Location.route, route, "route"),
      cycle: try store.filter(Location.cycle, cycle, "cycle"), address: address)
  }
}
