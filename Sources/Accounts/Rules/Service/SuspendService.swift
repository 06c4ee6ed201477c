import Engines
package import Ledger
package import Values

/// Turns a service off without stopping it.
package struct SuspendService: Operation {
  package static let name = OperationName("service", "suspend")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].services
  package static let fields =
    ServiceWords.fields + [on.info, reading.info, ServiceFields.reason.info]

  static let on = ServiceFields.on("first day with the service off")
  static let reading = ServiceFields.reading("meter reading at disconnection")

  let service: ServiceWords
  let on: CivilDate
  let reading: Quantity?
  let reason: Remark?

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    on = try input.require(Self.on)
    reading = try input[Self.reading]
    reason = try input[ServiceFields.reason]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let services = try service.find(in: books)
    let running = try services.running(on: on)
    if let effect = try books.leaveResumed(running, services.phrase, suspendedOn: on) {
      return effect
    }
    let isNew = try suspend(running, services.phrase, in: books)
    let read = try books.recordSwitch(
      .disconnect, of: running, services, on: on, reading: reading)
    guard isNew || read != .alreadySo else {
      return Effect("\(services.phrase) is unchanged: suspended from \(on)")
    }
    let tense = on <= books.today ? "suspended from" : "is suspended from"
    return Effect("\(services.phrase) \(tense) \(on)", notices: read.notices)
  }

  /// Returns whether it was not already suspended from that day.
  private func suspend(
    _ running: Row<Service>, _ phrase: String, in books: Books
  ) throws(RuleError) -> Bool {
    let suspensions = try books.rows(Suspension.ofService, running[Service.id])
    let same = suspensions.first { $0[Suspension.fromOn] == on }
    if let same, !same.days.isEmpty { return false }
    try books.checkIsPlanned(on)
    if let same {
      // It was turned on again the same day, and is now turned off again.
      var again = same
      again[Suspension.toOn] = nil
      again[Suspension.reason] = reason
      try refuseOverlap(suspensions.filter { $0 != same }, phrase)
      return books.update(same, to: again)
    }
    try refuseOverlap(suspensions, phrase)
    var row = Row<Suspension>()
    row[Suspension.service] = running[Service.id]
    row[Suspension.fromOn] = on
    row[Suspension.reason] = reason
    books.insert(row)
    return true
  }

  private func refuseOverlap(_ suspensions: [Row<Suspension>], _ phrase: String) throws(RuleError) {
    let days = DayInterval(from: on, to: nil)
    guard let other = suspensions.first(where: { $0.days.overlaps(days) }) else { return }
    throw .refuse(
      .periodOverlaps, field: "on", found: "\(on); \(phrase) is suspended \(other.days)",
      expected: "a service that is not suspended on that day or later",
      remedy: "\(help: "service resume") explains how to turn it on first; or keep it")
  }
}
