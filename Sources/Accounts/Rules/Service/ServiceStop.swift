import Engines
import Ledger
import Values

/// The stop of a service after its start: removes its meters and records a final read.
struct ServiceStop {
  let services: AccountServices
  let service: Row<Service>
  package let on: CivilDate
  var reading: Quantity?
  var reason: Remark?
  /// The meter that must be the one that leaves; nil if any may.
  var meter: MeterSerial?

  /// The result of a stop.
  struct Outcome {
    /// The stop date that was there before.
    let before: CivilDate?
    /// The meters that leave the service on that day.
    let meters: [Row<Meter>]
    /// Whether anything was changed.
    let isChanged: Bool
    let notices: [String]
  }

  package func apply(to books: Books) throws(RuleError) -> Outcome {
    let before = service[Service.stopOn]
    if before != on {
      try check(in: books)
      try stop(in: books)
    }
    let meters = try leavingMeters(in: books)
    let read = try recordReading(named(meters), in: books)
    return Outcome(
      before: before, meters: meters, isChanged: before != on || read != .alreadySo,
      notices: try read.notices + finalReadMissing(meters, in: books))
  }

  private func check(in books: Books) throws(RuleError) {
    if let billed = service[Service.finalBilledOn], service[Service.stopOn] != nil,
      try !books.isMarkedByBill(service)
    {
      throw .refuse(
        .closed, field: "service", found: "\(services.phrase), final billed on \(billed)",
        expected: "a service without a final bill", remedy: "keep it as it is")
    }
    if let closed = services.account[Account.closedOn], closed < on {
      throw .refuse(
        .closed, field: "on",
        found: "\(on); account \(services.account[Account.account]) closes on \(closed)",
        expected: "\(closed) or earlier", remedy: "")
    }
    let days = DayInterval(from: service[Service.startOn], to: on)
    if let other = services.notCancelled.first(where: {
      $0[Service.id] != service[Service.id] && $0.days.overlaps(days)
    }) {
      throw .refuse(
        .periodOverlaps, field: "on",
        found: "\(on); \(services.phrase) is active again \(other.days)",
        expected: "\(other[Service.startOn]) or earlier", remedy: "")
    }
    try books.checkReads(of: service, until: on)
    try books.checkIsPlanned(on)
  }

  private func stop(in books: Books) throws(RuleError) {
    var after = service
    after[Service.stopOn] = on
    if let reason { after[Service.stopReason] = reason }
    books.update(service, to: after)
    if let before = service[Service.stopOn], before < on {
      try books.returnMeters(to: after, from: before)
    } else {
      try books.removeMeters(of: after, on: on)
    }
  }

  private func leavingMeters(in books: Books) throws(RuleError) -> [Row<Meter>] {
    var meters: [Row<Meter>] = []
    for install in try books.rows(MeterInstall.ofService, service[Service.id])
    where install.toOn == on {
      meters.append(try books.meter(install[MeterInstall.meter]))
    }
    return meters
  }

  /// The meter that was named, if one was, else all.
  private func named(_ meters: [Row<Meter>]) throws(RuleError) -> [Row<Meter>] {
    guard let meter else { return meters }
    if let named = meters.first(where: { $0[Meter.meter] == meter }) { return [named] }
    let serials = meters.map { "\($0[Meter.meter])" }.joined(separator: " or ")
    throw .refuse(
      .meterNotInstalled, field: "meter",
      found: "\(meter), which is not in \(services.phrase) until \(on)",
      expected: meters.isEmpty ? "no meter: none is in the service" : "meter \(serials)",
      remedy: meters.isEmpty
        ? "leave out the meter" : "leave out the meter, or see `meter show \(word: meter)`")
  }

  private func recordReading(_ meters: [Row<Meter>], in books: Books) throws(RuleError)
    -> ReadOutcome
  {
    guard let reading else { return .alreadySo }
    guard services.type[ServiceType.isMetered] else { throw services.notMetered() }
    guard let meter = meters.first else {
      throw .refuse(
        .meterNotInstalled, field: "reading", found: "a reading for \(services.phrase)",
        expected: "a meter in the service until \(on)", remedy: "leave out the reading")
    }
    guard meters.count == 1 else {
      throw services.severalMeters(meters, on: on, reason: .final)
    }
    return try books.record(NewRead(meter: meter, on: on, reading: reading, reason: .final))
  }

  /// A notice if the day is today or past.
  private func finalReadMissing(_ meters: [Row<Meter>], in books: Books) throws(RuleError)
    -> [String]
  {
    guard reading == nil, on <= books.today else { return [] }
    var notices: [String] = []
    for meter in meters {
      let serial = meter[Meter.meter]
      let reads = try books.rows(Read.onDay, serial, on)
      if reads.contains(where: { $0[Read.state] == .current && !$0[Read.reason].opens }) {
        continue
      }
      notices.append(
        "meter \(serial) has no final read; add it with "
          + String.run(
            "read add", serial, options: ["on": on, "reason": "final", "reading": "READING"]))
    }
    return notices
  }

  /// If the service continues for another customer, its suspension ends.
  func suspensionEnded(in books: Books) throws(RuleError) -> [String] {
    let last = try books.rows(Suspension.ofService, service[Service.id]).last
    guard let last, last.days.isOpen(on: on) else { return [] }
    return ["\(services.phrase) was suspended \(last.days); the suspension ends on \(on)"]
  }
}
