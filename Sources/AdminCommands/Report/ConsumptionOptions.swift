import Accounts
import ArgumentParser
import Reports

/// What narrows the reports on consumption.
struct ConsumptionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("periods that end on or after this day", valueName: "date"))
  var from: CivilDate?
  @Option(help: ArgumentHelp("periods that end on or before this day", valueName: "date"))
  var to: CivilDate?
  @Option(help: "only this service type, by name or code") var service: String?
  @Option(help: "only locations of this route") var route: String?
  @Option(help: "only this account") var account: String?
  @Option(help: "only this meter") var meter: String?

  func validate() throws {
    if let from, let to, to < from { throw ValidationError("--to \(to) is before --from \(from)") }
  }

  /// As of a day: what ended later is not seen.
  func filter(asOf day: CivilDate?) -> ConsumptionFilter {
    var filter = ConsumptionFilter()
    filter.from = from
    filter.to = [to, day].compactMap { $0 }.min()
    filter.service = service
    filter.route = route
    filter.account = account
    filter.meter = meter
    return filter
  }
}
