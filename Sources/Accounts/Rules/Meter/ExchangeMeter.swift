import Engines
package import Ledger
package import Values

/// Replaces a meter.
package struct ExchangeMeter: Operation {
  package static let name = OperationName("meter", "exchange")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].services
  package static let fields = [
    ReadFields.meter.info, new.info, on.info, reading.info, newReading.info,
    ReadFields.remark.info,
  ]

  static let new = Field<MeterSerial>.option(
    "new", required: true, "serial number of the new meter")
  static let on = Field<CivilDate>.option("on", required: true, "day of the exchange")
  static let reading = Field<Quantity>.option("reading", "closing reading of the old meter")
  static let newReading = Field<Quantity>.option(
    "new-reading", "opening reading of the new meter")

  let old: MeterSerial
  let new: MeterSerial
  let on: CivilDate
  let reading: Quantity?
  let newReading: Quantity?

  package init(_ input: Input) throws(Rejection) {
    old = try input.require(ReadFields.meter)
    new = try input.require(Self.new)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    newReading = try input[Self.newReading]
    _ = try input[ReadFields.remark]
    guard old != new else {
      throw Rejection(
        .contradictory, field: "new", found: "\(new), the same meter",
        expected: "another meter", remedy: "check both serial numbers")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let oldMeter = try books.meter(old)
    let newMeter = try books.meter(new, field: "new")
    try books.checkIsNear(on)
    let install = try books.departure(of: oldMeter, on: on)
    let service = try books.service(install[MeterInstall.service])
    var notices = try close(oldMeter, books)
    if install.toOn != on { try books.end(install, on: on) }
    try books.install(newMeter, in: service, on: on, field: "new")
    notices += try open(newMeter, books)
    let account = service[Service.account]
    guard books.hasChanges else {
      return Effect("meter \(old) of account \(account) was already exchanged for \(new)")
    }
    return Effect(
      "meter \(old) of account \(account) exchanged for \(new) on \(on)",
      notices: notices + books.futureNotice(on))
  }

  private func close(_ meter: Row<Meter>, _ books: Books) throws(RuleError) -> [String] {
    guard let reading else {
      return ["no closing reading: usage of meter \(old) since its last read is not counted"]
    }
    return try books.record(
      NewRead(meter: meter, on: on, reading: reading, reason: .exchange)
    ).notices
  }

  private func open(_ meter: Row<Meter>, _ books: Books) throws(RuleError) -> [String] {
    guard let newReading else {
      return ["no opening reading: meter \(new) counts from its first read"]
    }
    // If the meter left another service on the same day, an exchange read would belong to that one.
    let left = try books.installs(of: new, endingFrom: on).contains { $0.toOn == on }
    return try books.record(
      NewRead(
        meter: meter, on: on, reading: newReading, reason: left ? .initial : .exchange,
        readingField: "new-reading")
    ).notices
  }
}
