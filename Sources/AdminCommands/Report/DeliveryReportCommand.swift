import Accounts
import ArgumentParser
import Reports

/// `report delivery`
struct DeliveryReportCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery",
    abstract: "Number of accounts by bill delivery method, route or cycle",
    discussion: HelpText.discussion(
      "Counts the accounts open today, or on the day in --as-of.",
      examples: ["report delivery", "report delivery --by route --as-of 2026-06-30 --csv"]))

  @Option(help: "group by method, route or cycle") var by = DeliveryGroup.method
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report {
    .deliveryCounts(by: by, asOf: day(store), dialect: store.dialect)
  }
}
