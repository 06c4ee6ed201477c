package import Ledger
package import Values

/// Moves a service to another account.
package struct TransferService: Operation {
  package static let name = OperationName("service", "transfer")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].services
  package static let fields =
    ServiceWords.fields + [to.info, on.info, reading.info, ServiceFields.reason.info]

  static let to = Field<AccountNumber>.option(
    "to", required: true, "account number to transfer the service to")
  static let on = ServiceFields.on("first day on the other account")
  static let reading = ServiceFields.reading("reading of the meter on that day")

  let service: ServiceWords
  let to: AccountNumber
  let on: CivilDate
  let reading: Quantity?
  let reason: Remark?

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    to = try input.require(Self.to)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    reason = try input[ServiceFields.reason]
    guard to != service.account else {
      throw Rejection(
        .contradictory, field: "to", found: "account \(to) twice",
        expected: "two account numbers", remedy: "use \(field: "to") for the other account")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let here = try service.find(in: books)
    let there = try books.services(of: here.type, on: try books.account(to, field: "to"))
    let running = try here.begun(before: on)
    if let stop = running[Service.stopOn], stop < on {
      throw .refuse(
        .notActive, field: "on", found: "\(here.phrase), \(running.days)",
        expected: "\(stop) or earlier",
        remedy: "use an earlier date; or \(help: "service start") explains how to start it")
    }
    let stop = ServiceStop(
      services: here, service: running, on: on, reading: reading, reason: reason)
    let stopped = try stop.apply(to: books)
    let started = try ServiceStart(
      services: there, on: on, meters: stopped.meters, reading: reading, reason: reason,
      transferredClass: running[Service.serviceClass]
    ).apply(to: books)
    let phrase = "\(here.phrase) transferred to account \(to) on \(on)"
    guard stopped.isChanged || started.isChanged else {
      return Effect("\(here.phrase) is unchanged: transferred to account \(to) on \(on)")
    }
    return Effect(
      phrase,
      notices: stopped.notices + started.notices + (try stop.suspensionEnded(in: books)))
  }
}
