import Accounts
import ArgumentParser
import Reports

/// `report consumption`
struct ConsumptionCommand: ListCommand {
  static let help = CommandHelp(
    "consumption",
    abstract: "Consumption by account, meter, location, route, cycle, service, month or year",
    discussion: HelpText.discussion(
      """
      A period counts on the day it ends. Each unit of measure has its own sum. Separate several \
      groups with commas. \(Report.averagePerDayHelp)
      """,
      examples: [
        "report consumption --by month --from 2026-01-01 --csv",
        "report consumption --by route,month --service WATER -o routes.csv",
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
