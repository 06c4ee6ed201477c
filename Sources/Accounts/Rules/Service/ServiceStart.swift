import Engines
import Ledger
import Values

/// The start of a service on an account, with its meters.
struct ServiceStart {
  let services: AccountServices
  package let on: CivilDate
  var meters: [Row<Meter>] = []
  var reading: Quantity?
  var reason: Remark?
  var values: EditedValues<Service>?
  /// Of the service on another account that goes on here.
  var transferredClass: ServiceClass?

  /// The result of a start.
  struct Outcome {
    let service: Row<Service>
    let isNew: Bool
    /// Whether anything was changed.
    let isChanged: Bool
    let notices: [String]
  }

  package func apply(to books: Books) throws(RuleError) -> Outcome {
    try checkReading()
    if let same = services.notCancelled.first(where: { $0[Service.startOn] == on }) {
      return try again(same, in: books)
    }
    let days = try days()
    if let other = services.notCancelled.first(where: { $0.days.overlaps(days) }) {
      throw overlap(other)
    }
    try books.checkIsPlanned(on)
    var row = Row<Service>()
    row[Service.id] = try books.nextID(Service.self)
    row[Service.account] = services.account[Account.account]
    row[Service.code] = services.type[ServiceType.code]
    row[Service.startOn] = on
    row[Service.stopOn] = days.to
    row[Service.startReason] = reason
    // What it was before, there or on the account, it still is.
    row[Service.serviceClass] =
      transferredClass
      ?? services.notCancelled.last { $0[Service.startOn] < on }?[Service.serviceClass]
    values?.write(to: &row)
    books.insert(row)
    for meter in meters { try books.install(meter, in: row, on: on) }
    return Outcome(
      service: row, isNew: true, isChanged: true,
      notices: try notices(until: days.to) + recordReading(in: books).notices)
  }

  private func checkReading() throws(RuleError) {
    guard reading != nil else { return }
    guard services.type[ServiceType.isMetered] else { throw services.notMetered() }
    if meters.isEmpty {
      throw .refuse(
        .required, field: "meter", found: "a reading without a meter",
        expected: "the meter that was read", remedy: "add the meter, or leave out the reading")
    }
    if meters.count > 1 { throw services.severalMeters(meters, on: on, reason: .initial) }
  }

  /// The days on which the account allows the service.
  private func days() throws(RuleError) -> DayInterval {
    let number = services.account[Account.account]
    let opened = services.account[Account.openedOn]
    guard opened <= on else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(on); account \(number) opens on \(opened)",
        expected: "\(opened) or later", remedy: "")
    }
    let closed = services.account[Account.closedOn]
    if let closed, closed <= on {
      throw .refuse(
        .closed, field: "account", found: "account \(number), closed on \(closed)",
        expected: "an account that is open on \(on)",
        remedy: "\(help: "account open") explains how to reopen it; or use another account")
    }
    return DayInterval(from: on, to: closed)
  }

  private func overlap(_ other: Row<Service>) -> RuleError {
    let start = other[Service.startOn]
    return .refuse(
      .alreadyActive, field: "on",
      found: start < on
        ? "\(services.phrase), active \(other.days)"
        : "\(services.phrase), which starts on \(start)",
      expected:
        "a day on which \(services.type[ServiceType.name]) is neither active nor due to start later",
      remedy: start < on
        ? "stop it first with \(run: services.command("service stop")), or keep it"
        : "cancel that start first with \(run: services.command("service cancel")), or keep it")
  }

  /// The service exists already; a missing meter is installed.
  private func again(_ service: Row<Service>, in books: Books) throws(RuleError) -> Outcome {
    let installed = try books.installs(of: service, on: on).map { $0[MeterInstall.meter] }
    let missing = meters.filter { !installed.contains($0[Meter.meter]) }
    if let added = missing.first?[Meter.meter], let other = installed.first {
      throw .refuse(
        .alreadyActive, field: "meter",
        found: "\(services.phrase), since \(on) with meter \(other)",
        expected: "the same meter",
        remedy: "change the meter with "
          + "\(run: "meter exchange", other, options: ["new": added, "on": "DATE"]), or add it "
          + "next to the other with "
          + String.run(
            "meter install", added, services.account[Account.account], options: ["on": "DATE"]))
    }
    for meter in missing { try books.install(meter, in: service, on: on) }
    let read = try recordReading(in: books)
    var after = service
    values?.write(to: &after)
    let isSet = books.update(service, to: after)
    return Outcome(
      service: after, isNew: false, isChanged: isSet || !missing.isEmpty || read != .alreadySo,
      notices: read.notices)
  }

  private func recordReading(in books: Books) throws(RuleError) -> ReadOutcome {
    guard let reading, let meter = meters.first else {
      var notices: [String] = []
      for meter in meters { notices += try books.carryReading(of: meter, on: on) }
      return notices.isEmpty ? .alreadySo : .recorded(notices)
    }
    return try books.record(
      NewRead(meter: meter, on: on, reading: reading, reason: .initial))
  }

  private func notices(until end: CivilDate?) -> [String] {
    var notices: [String] = []
    if services.type[ServiceType.isMetered], meters.isEmpty {
      notices.append(
        "\(services.phrase) is metered and has no meter; install one with "
          + "\(run: services.command("service start", options: ["on": on, "meter": "SERIAL"]))")
    }
    if let end { notices.append("\(services.phrase) stops on \(end), when the account closes") }
    return notices
  }
}

extension AccountServices {
  func notMetered() -> RuleError {
    .refuse(
      .notMetered, field: "reading", found: "a reading for \(phrase), which is not metered",
      expected: "no reading", remedy: "leave out the reading")
  }

  func severalMeters(_ meters: [Row<Meter>], on day: CivilDate, reason: ReadReason) -> RuleError {
    let serials = meters.map { $0[Meter.meter].text }
    return .refuse(
      .ambiguous, field: "reading",
      found: "one reading for the meters \(serials.joined(separator: ", ")) of \(phrase)",
      expected: "a reading for each",
      remedy:
        "leave out the reading, and add each with "
        + "\(run: "read add", "METER", options: ["on": day, "reason": reason.rawValue])")
  }
}
