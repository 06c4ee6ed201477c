package import Ledger
package import Values

/// Stops a service.
package struct StopService: Operation {
  package static let name = OperationName("service", "stop")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].services
  package static let fields =
    ServiceWords.fields + [on.info, meter.info, reading.info, ServiceFields.reason.info]

  static let on = Field.day("on", "first day without the service")
  static let meter = Field<MeterSerial>.option(
    "meter", "serial number of the meter that is in the service, as a check")
  static let reading = ServiceFields.reading("final reading of the meter")

  let service: ServiceWords
  let on: CivilDate
  let meter: MeterSerial?
  let reading: Quantity?
  let reason: Remark?

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    on = try input.require(Self.on)
    meter = try input[Self.meter]
    reading = try input[Self.reading]
    reason = try input[ServiceFields.reason]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let services = try service.find(in: books)
    if let meter { _ = try books.meter(meter) }
    let running = try services.begun(before: on)
    if let effect = try books.leaveStopMoved(running, services.phrase, from: on) { return effect }
    let stopped = try ServiceStop(
      services: services, service: running, on: on, reading: reading, reason: reason, meter: meter
    ).apply(to: books)
    return Effect(
      message(stopped, services.phrase, on <= books.today), notices: stopped.notices)
  }

  private func message(_ stopped: ServiceStop.Outcome, _ phrase: String, _ hasCome: Bool) -> String
  {
    switch stopped.before {
    case nil: "\(phrase) \(hasCome ? "stopped" : "stops") on \(on)"
    case on where !stopped.isChanged: "\(phrase) is unchanged: stopped on \(on)"
    case on: "\(phrase), stopped on \(on): final read recorded"
    case let before?: "stop date of \(phrase) changed from \(before) to \(on)"
    }
  }
}
