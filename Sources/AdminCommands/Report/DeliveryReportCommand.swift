import Accounts
import ArgumentParser
import Reports

/// `report delivery`
struct DeliveryReportCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery",
    abstract: "How many accounts' bills go what way, by method, route or cycle",
    discussion: HelpText.discussion(
      "Counts accounts that are open today, or on the day in --as-of.",
      examples: ["report delivery", "report delivery --by route --as-of 2026-06-30 --csv"]))

  @Option(help: "what to count by: method, route or cycle") var by = DeliveryGroup.method
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .deliveryCounts(by: by, asOf: day(store), dialect: store.connection.dialect)
  }
}
