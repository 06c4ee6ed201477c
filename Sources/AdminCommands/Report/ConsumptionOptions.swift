import Accounts
import ArgumentParser
import Reports

/// The filters of the consumption reports.
struct ConsumptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("only periods that end on or after this day", valueName: "date"),
    transform: Words.option)
  var from: CivilDate?
  @Option(
    help: ArgumentHelp("only periods that end on or before this day", valueName: "date"),
    transform: Words.option)
  var to: CivilDate?
  @Option(help: "only this service type, by name or code") var service: String?
  @Option(help: "only locations on this route") var route: String?
  @Option(help: "only this account") var account: String?
  @Option(help: "only this meter") var meter: String?

  func validate() throws {
    try DayRange.check(from: from, to: to)
  }

  /// As of a day: periods that ended later are left out.
  func filter(asOf day: CivilDate?, on store: Store) throws -> ConsumptionFilter {
    var filter = ConsumptionFilter()
    filter.from = from
    filter.to = [to, day].compactMap { $0 }.min()
    filter.service = try store.filter(serviceType: service)
    filter.route = try store.filter(Location.route, route, "route")
    filter.account = try store.filter(Account.self, account, "account")?.text
    filter.meter = try store.filter(Meter.self, meter, "meter")?.text
    return filter
  }
}
