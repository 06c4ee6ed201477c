import Accounts
import ArgumentParser
import Reports

/// `report consumption`
struct ConsumptionCommand: ListCommand {
  static let help = CommandHelp(
    "consumption",
    abstract: "Consumption by account, customer, meter, location, route, cycle, service and time",
    discussion: HelpText.discussion(
      """
      A period counts on the day it ends. Each unit of measure has its own sum. Separate several \
      groups with commas. kind is the kind of the customer who owed the last day of the period, \
      customer that customer, size the size of the meter. Sums by route, cycle, service, kind, \
      month, quarter and year come from totals that the store keeps, whatever its size; the others \
      are summed from the reads. \(Report.averagePerDayHelp)
      """,
      examples: [
        "report consumption --by month --from 2026-01-01 --csv",
        "report consumption --by route,month --service WATER -o routes.csv",
        "report consumption --by kind,quarter",
      ]))

  @Option(
    help: ArgumentHelp(
      "groups to sum by: " + (ConsumptionGroup.choices ?? []).joined(separator: ", "),
      valueName: "groups"), transform: Self.groups)
  var by: [ConsumptionGroup] = [.account]
  @OptionGroup var options: ConsumptionOptions

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .consumption(
      by: by, try options.filter(on: store, in: context), dialect: store.dialect)
  }

  @Sendable private static func groups(_ text: String) throws -> [ConsumptionGroup] {
    var groups: [ConsumptionGroup] = []
    for word in text.split(separator: ",") {
      do throws(ValueFault) {
        let group = try ConsumptionGroup(String(word))
        guard !groups.contains(group) else {
          throw ValueFault(
            .contradictory, found: "\(word) twice", expected: "each group once",
            remedy: "leave one out")
        }
        groups.append(group)
      } catch {
        throw ValidationError("--by: found \(error.found), expected \(error.expected)")
      }
    }
    return groups
  }
}

/// `report consumption-history`
struct ConsumptionHistoryCommand: ListCommand {
  static let help = CommandHelp(
    "consumption-history", abstract: "Consumption, period by period",
    discussion: HelpText.discussion(
      "", examples: ["report consumption-history --account 2000001 --csv"]))

  @OptionGroup var options: ConsumptionOptions

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .consumptionHistory(try options.filter(on: store, in: context))
  }
}
