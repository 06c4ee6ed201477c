import Engines
package import Ledger
package import Values

/// Turns a suspended service on again.
package struct ResumeService: Operation {
  package static let name = OperationName("service", "resume")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].services
  package static let fields =
    ServiceWords.fields + [on.info, reading.info, ServiceFields.reason.info]

  static let on = ServiceFields.on("first day with the service on again")
  static let reading = ServiceFields.reading("meter reading at reconnection")

  let service: ServiceWords
  let on: CivilDate
  let reading: Quantity?

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    // The journal keeps it.
    _ = try input[ServiceFields.reason]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let services = try service.find(in: books)
    let running = try services.running(on: on)
    let before = try suspension(of: running, services, in: books)
    var after = before
    after[Suspension.toOn] = on
    let isNew = books.update(before, to: after)
    let read = try books.recordSwitch(.reconnect, of: running, services, on: on, reading: reading)
    guard isNew || read != .alreadySo else {
      return Effect("\(services.phrase) is unchanged: resumed on \(on)")
    }
    let message =
      if let end = before[Suspension.toOn], end != on {
        "resume date of \(services.phrase) changed from \(end) to \(on)"
      } else {
        "\(services.phrase) \(on <= books.today ? "resumed" : "resumes") on \(on)"
      }
    return Effect(message, notices: read.notices)
  }

  private func suspension(
    of running: Row<Service>, _ services: AccountServices, in books: Books
  ) throws(RuleError) -> Row<Suspension> {
    let all = try books.rows(Suspension.ofService, running[Service.id])
    let last = all.last { $0[Suspension.fromOn] <= on }
    if let last, last.days.to == on || last.days.isOpen(on: on) { return last }
    throw .refuse(
      .notActive, field: "on",
      found: last.map { "\(on); \(services.phrase) was suspended \($0.days)" }
        ?? "\(on); \(services.phrase) is not suspended on that day",
      expected: "a day on which it is suspended",
      remedy: "use another date, or see `service list`")
  }
}
