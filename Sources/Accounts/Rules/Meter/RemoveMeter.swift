import Engines
package import Ledger
package import Values

/// Removes a meter from its service.
package struct RemoveMeter: Operation {
  package static let name = OperationName("meter", "remove")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].services
  package static let fields = [
    ReadFields.meter.info, on.info, reading.info, ReadFields.remark.info,
  ]

  static let on = Field<CivilDate>.option("on", required: true, "day of the removal")
  static let reading = Field<Quantity>.option("reading", "closing reading")

  let meter: MeterSerial
  let on: CivilDate
  let reading: Quantity?

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    _ = try input[ReadFields.remark]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.meter(meter)
    try books.checkIsNear(on)
    let install = try books.departure(of: row, on: on)
    let service = try books.service(install[MeterInstall.service])
    var notices: [String] = []
    if let reading {
      notices += try books.record(
        NewRead(meter: row, on: on, reading: reading, reason: .final)
      ).notices
    } else {
      notices.append("no closing reading: usage since the last read is not counted")
    }
    if install.toOn != on { try books.end(install, on: on) }
    guard books.hasChanges else { return Effect("meter \(meter) was already removed on \(on)") }
    if service[Service.stopOn].map({ $0 > on }) ?? true {
      notices.append(
        "service \(install[MeterInstall.service]) of account \(service[Service.account]) continues "
          + "without this meter")
    }
    return Effect(
      "meter \(meter) removed from account \(service[Service.account]) on \(on)",
      notices: notices + books.futureNotice(on))
  }
}

extension Books {
  /// The install that a meter leaves on a day, or has left on it.
  func departure(of meter: Row<Meter>, on day: CivilDate) throws(RuleError) -> Row<MeterInstall> {
    let installs = try installs(of: meter[Meter.meter], endingFrom: day)
    if let left = installs.first(where: { $0.toOn == day && $0.fromOn < day }) { return left }
    if let install = installs.first(where: { $0.fromOn < day && $0.holds(on: day) }) {
      return install
    }
    let times = installs.map(\.phrase).joined(separator: ", ")
    throw .refuse(
      .meterNotInstalled, field: "on",
      found: "\(day), when meter \(meter[Meter.meter]) is not in a service",
      expected: times.isEmpty
        ? "a meter that is in a service" : "a day when it is in one, after the first: \(times)",
      remedy: "check the date and the serial number")
  }

  func service(_ id: Int64) throws(RuleError) -> Row<Service> {
    guard let row = try find(Service.self, id) else {
      throw .refuse(
        .notFound, field: "service", found: "no service \(id)", expected: "an existing service",
        remedy: "run `store check`")
    }
    return row
  }
}
