import Engines
package import Ledger
package import Values

/// Installs a meter in an active service, next to any others.
package struct InstallMeter: Operation {
  package static let name = OperationName("meter", "install")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].services
  package static let fields = [
    ReadFields.meter.info, ServiceFields.account.info, on.info, reading.info,
    ReadFields.remark.info,
  ]

  static let on = Field<CivilDate>.option(
    "on", required: true, "meter's first day in the service")
  static let reading = Field<Quantity>.option("reading", "reading of the meter on that day")

  let meter: MeterSerial
  let account: AccountNumber
  let on: CivilDate
  let reading: Quantity?

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    account = try input.require(ServiceFields.account)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    _ = try input[ReadFields.remark]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.meter(meter)
    try books.checkIsNear(on)
    let type = try books.serviceType(Line(trusted: row[Meter.code].text), field: "meter")
    let services = try books.services(of: type, on: try books.account(account))
    let service = try services.running(on: on)
    try books.install(row, in: service, on: on)
    let notices = try begin(row, books)
    guard books.hasChanges else {
      return Effect("meter \(meter) is already in \(services.phrase) on \(on)")
    }
    return Effect(
      "meter \(meter) installed in \(services.phrase) on \(on)",
      notices: notices + books.futureNotice(on) + (try others(in: service, services, books)))
  }

  /// Lists the other meters in the service; of many, the most recent ones.
  private func others(
    in service: Row<Service>, _ services: AccountServices, _ books: Books
  ) throws(RuleError) -> [String] {
    let newest = try books.rows(MeterInstall.newestInService, service[Service.id])
    let serials = newest.filter { $0.holds(on: on) }.map { $0[MeterInstall.meter].text }
    guard serials.count > 1 else { return [] }
    let isAll = newest.count < MeterInstall.newestInService.limit ?? 0
    let count = isAll ? "\(serials.count)" : "at least \(serials.count)"
    return [
      "\(services.phrase) has \(count) meters: \(serials.sorted().joined(separator: ", "))"
        + (isAll ? "" : ", …")
    ]
  }

  private func begin(_ meter: Row<Meter>, _ books: Books) throws(RuleError) -> [String] {
    if let reading {
      return try books.record(
        NewRead(meter: meter, on: on, reading: reading, reason: .initial)
      ).notices
    }
    let isBegun = try books.rows(Read.onDay, self.meter, on).contains {
      $0[Read.state] == .current && $0[Read.reading] != nil
    }
    return isBegun
      ? try books.carryReading(of: meter, on: on)
      : ["no reading: meter \(self.meter) counts from its first read"]
  }
}
