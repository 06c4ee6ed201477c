import Accounts
import ArgumentParser
import Reports

/// `report delivery`
struct DeliveryReportCommand: ListCommand {
  static let help = CommandHelp(
    "delivery",
    abstract: "Number of accounts by bill delivery method, route or cycle",
    discussion: HelpText.discussion(
      "Counts the accounts open today, or on the day in --as-of.",
      examples: ["report delivery", "report delivery --by route --as-of 2026-06-30 --csv"]))

  @Option(help: "group by method, route or cycle") var by = DeliveryGroup.method

  func report(on store: Store, in context: CommandContext) -> Report {
    .deliveryCounts(by: by, asOf: context.day(on: store), dialect: store.dialect)
  }
}
