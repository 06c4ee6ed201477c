import Engines
package import Ledger
package import Values

/// Starts a service on an account.
package struct StartService: Operation {
  package static let name = OperationName("service", "start")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].services
  package static let fields =
    ServiceWords.fields + [
      on.info, meter.info, reading.info,
      ServiceFields.reason.info,
    ] + ServiceFields.columns.fields

  static let on = ServiceFields.on("first day of the service")
  static let meter = Field<MeterSerial>.option(of: Meter.meter)
  static let reading = ServiceFields.reading("initial reading of the meter")

  let service: ServiceWords
  let on: CivilDate
  let meter: MeterSerial?
  let reading: Quantity?
  let reason: Remark?
  let values: EditedValues<Service>

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    on = try input.require(Self.on)
    meter = try input[Self.meter]
    reading = try input[Self.reading]
    reason = try input[ServiceFields.reason]
    values = try ServiceFields.columns.values(in: input)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let services = try service.find(in: books)
    if let effect = try books.leaveCanceledStart(services, on: on) { return effect }
    let meters = if let meter { [try books.meter(meter)] } else { [Row<Meter>]() }
    let started = try ServiceStart(
      services: services, on: on, meters: meters, reading: reading, reason: reason,
      values: values
    ).apply(to: books)
    return Effect(message(started, services, on <= books.today), notices: started.notices)
  }

  private func message(
    _ started: ServiceStart.Outcome, _ services: AccountServices, _ hasCome: Bool
  ) -> String {
    let meter = meter.map { ", meter \($0)" } ?? ""
    if started.isNew {
      return "\(services.phrase) \(hasCome ? "started" : "starts") on \(on)\(meter)"
    }
    let days = "\(services.phrase), \(started.service.days)"
    return started.isChanged ? "\(days), changed\(meter)" : "\(days), is unchanged"
  }
}
