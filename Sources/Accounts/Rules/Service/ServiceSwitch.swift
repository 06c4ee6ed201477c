import Engines
import Ledger
import Values

/// Reads taken when a service is turned off or on.
extension Books {
  /// Records a disconnect or reconnect read of the service's meter, where a reading is given.
  func recordSwitch(
    _ reason: ReadReason, of service: Row<Service>, _ services: AccountServices, on day: CivilDate,
    reading: Quantity?
  ) throws(RuleError) -> ReadOutcome {
    guard let reading else { return .alreadySo }
    guard services.type[ServiceType.isMetered] else { throw services.notMetered() }
    var meters: [Row<Meter>] = []
    for install in try installs(of: service, on: day) {
      meters.append(try meter(install[MeterInstall.meter]))
    }
    guard let meter = meters.first else {
      throw .refuse(
        .meterNotInstalled, field: "reading", found: "a reading for \(services.phrase)",
        expected: "a meter in the service on \(day)", remedy: "leave out the reading")
    }
    guard meters.count == 1 else {
      throw services.severalMeters(meters, on: day, reason: reason)
    }
    return try record(NewRead(meter: meter, on: day, reading: reading, reason: reason))
  }
}
