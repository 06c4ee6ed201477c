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
      --basis says when the use of a period counts: on the day of its read (read), on the day of the bill \
      that took the read in (billed; what none did yet counts on the day of the read, and unbilled says \
      how much that is), or day by day from the read before up to the day before the read (prorated). \
      Over days that hold all periods and bills the sums are the same. Each unit of measure has its own sum. Separate several \
      groups with commas. kind is the kind of the customer who owed the last day of the period, \
      customer that customer, size the size of the meter, class the class of the service. Sums by route, cycle, service, kind, \
      month, quarter, year and fiscal-year come from totals that the store keeps, whatever its size; \
      the others are summed from the reads. \(Report.averagePerDayHelp)

      --compare last-year adds last-year, the quantity of the same days a year before, and percent, \
      the quantity divided by last-year, times 100, in whole percent. Without --to it compares up to \
      today. A fiscal year starts with the month in the setting fiscal-year.start and is called by \
      the year it ends in.

      --unit converts each sum by an exact ratio (a cubic foot is 1728/231 gallons, a therm \
      105,480,400 joules) and rounds it half up to the thousandth. What was recorded in another unit \
      keeps a row of its own, with that unit in recorded-unit; what cannot be converted, as kWh to \
      gallons, keeps its unit.
      """,
      examples: [
        "report consumption --by month --from 2026-01-01 --csv",
        "report consumption --by route,month --service WATER -o routes.csv",
        "report consumption --by kind,quarter",
        "report consumption --by month --from 2026-01-01 --compare last-year",
        "report consumption --by fiscal-year --unit CCF",
        "report consumption --by month --from 2026-01-01 --basis prorated",
      ]))

  @Option(
    help: ArgumentHelp(
      "groups to sum by: " + (ConsumptionGroup.choices ?? []).joined(separator: ", "),
      valueName: "groups"), transform: Self.groups)
  var by: [ConsumptionGroup] = [.account]
  @Option(help: "unit that sums are converted to") var unit: ConvertedUnit?
  @Option(help: "days on which use counts: read, billed or prorated") var basis =
    ConsumptionBasis.read
  @Option(help: "what sums are compared with: last-year") var compare: ConsumptionComparison?
  @OptionGroup var options: ConsumptionOptions

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var filter = try options.filter(on: store, in: context)
    var form = ConsumptionForm()
    form.basis = basis
    form.unit = unit
    form.fiscalStart = store.settings.integer(.fiscalYearStart)
    form.longestBill = store.settings.integer(.billPeriodDays)
    if compare != nil {
      form.comparesLastYear = true
      filter.to = filter.to ?? context.day(on: store)
    }
    return .consumption(by: by, filter, form, dialect: store.dialect)
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
