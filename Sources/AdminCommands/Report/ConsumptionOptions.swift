import Accounts
import ArgumentParser
import Reports

/// The filters of the consumption reports.
struct ConsumptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("only periods that end on or after this day", valueName: "date"),
    transform: TypedValue.option)
  var from: TypedDay?
  @Option(
    help: ArgumentHelp("only periods that end on or before this day", valueName: "date"),
    transform: TypedValue.option)
  var to: TypedDay?
  @Option(help: "only this service type, by name or code") var service: String?
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("only services of this class, e.g. residential", valueName: "class"))
  var serviceClass: String?
  @Option(help: "only locations on this route") var route: String?
  @OptionGroup var accountWord: AccountArgument
  @Option(help: "only this meter") var meter: String?

  /// As of a day: periods that ended later are left out.
  func filter(on store: Store, in context: CommandContext) throws -> ConsumptionFilter {
    var filter = ConsumptionFilter()
    let days = try context.days(from: from, to: to, on: store)
    filter.from = days.from
    filter.to = [days.to, context.asOf(store)].compactMap { $0 }.min()
    filter.service = try store.filter(serviceType: service)
    filter.serviceClass = try store.filter(Service.serviceClass, serviceClass, "class")
    filter.route = try store.filter(Location.route, route, "route")
    filter.account = try accountWord.filter(on: store)?.text
    filter.meter = try store.filter(Meter.self, meter, "meter")?.text
    return filter
  }
}
