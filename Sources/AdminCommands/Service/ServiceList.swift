import Accounts
import ArgumentParser
import Reports

/// `service list`
struct ServiceList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list",
    abstract: "List services with code, start date, stop date, status and consumption",
    discussion: HelpText.discussion(
      """
      Shows status and consumption as of today, or as of the day in --as-of. On an earlier day, a service \
      that stopped later is active, and one that started later is left out; --at shows what was pending \
      then. With --history, there is one row per consumption period. \(Report.averagePerDayHelp)
      """,
      examples: [
        "service list 2000001", "service list 2000001 --history --csv",
        "service list --status pending_start --as-of 2026-12-01",
      ]))

  @OptionGroup var accountWord: AccountArgument
  @Option(help: "only this service type, by name or code") var service: String?
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("only services of this class, e.g. residential", valueName: "class"))
  var serviceClass: String?
  @Option(help: "only services with this status") var status: ServiceStatus?
  @Flag(help: "list the consumption history, one row per period") var history = false

  func validate() throws {
    if history, status != nil {
      throw ValidationError("--status and --history cannot be used together")
    }
  }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let accounts = try accountWord.filter(on: store)
    let service = try store.filter(serviceType: service)
    let serviceClass = try store.filter(Service.serviceClass, serviceClass, "class")
    if history {
      var filter = ConsumptionFilter()
      filter.accounts = accounts
      filter.service = service
      filter.serviceClass = serviceClass
      filter.to = context.asOf(store)
      return .consumptionHistory(filter, dialect: store.dialect)
    }
    let day = context.day(on: store)
    return .services(
      accounts: accounts, code: service, serviceClass: serviceClass, status: status, asOf: day,
      isEarlierDay: day < store.today, dialect: store.dialect)
  }
}
