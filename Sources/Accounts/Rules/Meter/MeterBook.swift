package import Engines
package import Ledger
package import Values

/// Meters in services.
extension Books {
  package func meter(_ serial: MeterSerial, field: String = "meter") throws(RuleError) -> Row<Meter>
  {
    try known(Meter.self, serial, field: field)
  }

  /// The meters that are in a service on a day.
  func installs(of service: Row<Service>, on day: CivilDate) throws(RuleError) -> [Row<
    MeterInstall
  >] {
    try rows(MeterInstall.ofService, service[Service.id]).filter { $0.holds(on: day) }
  }

  /// A meter's installs in their order, without those that ended before a day if there are many.
  func installs(
    of meter: MeterSerial, endingFrom day: CivilDate
  ) throws(RuleError) -> [Row<MeterInstall>] {
    let newest = try rows(MeterInstall.newest, meter)
    // Installs of a meter follow one another.
    if newest.count < MeterInstall.newest.limit ?? 0 || newest.last.map({ $0.fromOn < day }) ?? true
    {
      return newest.reversed()
    }
    return try rows(MeterInstall.ofMeter, meter)
  }

  /// Installs a meter in a service from a day until the service stops. If it left the same service
  /// on that day, the earlier install continues.
  func install(
    _ meter: Row<Meter>, in service: Row<Service>, on day: CivilDate, field: String = "meter"
  ) throws(RuleError) {
    try checkType(of: meter, in: service, field: field)
    try checkRunning(service, on: day)
    let end = service[Service.stopOn]
    let installs = try installs(of: meter[Meter.meter], endingFrom: day)
    for other in installs where other.overlaps(from: day, to: end) {
      if other[MeterInstall.service] == service[Service.id], other.holds(on: day) { return }
      throw try elsewhere(meter, other, field: field)
    }
    if let left = installs.first(where: {
      $0.toOn == day && $0[MeterInstall.service] == service[Service.id]
    }) {
      var back = left
      back[MeterInstall.toOn] = end
      update(left, to: back)
    } else {
      var row = Row<MeterInstall>()
      row[MeterInstall.id] = try nextID(MeterInstall.self)
      row[MeterInstall.meter] = meter[Meter.meter]
      row[MeterInstall.service] = service[Service.id]
      row[MeterInstall.fromOn] = day
      row[MeterInstall.toOn] = end
      insert(row)
    }
    try followReads(of: meter, from: day, before: installs)
  }

  /// Removes the service's meters on a day, including those that were to leave later.
  func removeMeters(of service: Row<Service>, on day: CivilDate) throws(RuleError) {
    for install in try rows(MeterInstall.ofService, service[Service.id])
    where !install.hasEnded(by: day) {
      try end(install, on: day)
    }
  }

  /// Ends an install, or deletes one that had not begun by then.
  func end(_ install: Row<MeterInstall>, on day: CivilDate) throws(RuleError) {
    let meter = try meter(install[MeterInstall.meter])
    let first = min(day, install.fromOn)
    let before = try installs(of: meter[Meter.meter], endingFrom: first)
    if install.fromOn < day {
      var ended = install
      ended[MeterInstall.toOn] = day
      update(install, to: ended)
    } else {
      delete(install)
    }
    try followReads(of: meter, from: first, before: before)
  }

  /// Reads stay in the service in which they were taken. On the day of a change they, and their
  /// consumption, may move to the service that ends or begins.
  private func followReads(
    of meter: Row<Meter>, from day: CivilDate, before: [Row<MeterInstall>]
  ) throws(RuleError) {
    let reads = try rows(Read.notBefore, meter[Meter.meter], day).map(ChainRead.init)
    guard !reads.isEmpty else { return }
    let after = try installs(of: meter[Meter.meter], endingFrom: day)
    var moved = false
    for read in reads where read.state == .current {
      let was = MeterInstall.owner(of: read.reason, on: read.on, among: before)
      guard let now = MeterInstall.owner(of: read.reason, on: read.on, among: after) else {
        throw .refuse(
          .conflict, field: "on",
          found: "a read of meter \(meter[Meter.meter]) on \(read.on) "
            + "(\(read.reading ?? read.consumption ?? .zero), \(read.reason.rawValue))",
          expected: "no read after the meter was removed from the service",
          remedy: "use a later date, or void that read first: "
            + "\(run: "read void", meter[Meter.meter], options: ["on": read.on])")
      }
      if was?[MeterInstall.id] != now[MeterInstall.id] { moved = true }
    }
    if moved { try recomputeConsumption(of: meter) }
  }

  private func checkType(
    of meter: Row<Meter>, in service: Row<Service>, field: String
  ) throws(RuleError) {
    let type = try serviceType(Line(trusted: service[Service.code].text), field: "service")
    guard type[ServiceType.isMetered] else {
      throw .refuse(
        .notMetered, field: field, found: "service type \(type.phrase), which is not metered",
        expected: "a metered service for meter \(meter[Meter.meter])", remedy: "leave out the meter"
      )
    }
    guard meter[Meter.code] == service[Service.code] else {
      let measured = try serviceType(Line(trusted: meter[Meter.code].text), field: field)
      throw .refuse(
        .contradictory, field: field,
        found: "meter \(meter[Meter.meter]), which measures \(measured.phrase)",
        expected: "a meter for \(type.phrase)", remedy: "use a meter of that service type")
    }
  }

  private func checkRunning(_ service: Row<Service>, on day: CivilDate) throws(RuleError) {
    let phrase = "service \(service[Service.id]) of account \(service[Service.account])"
    if let cancelled = service[Service.cancelledOn] {
      throw .refuse(
        .notActive, field: "service", found: "\(phrase), canceled on \(cancelled)",
        expected: "a running service", remedy: "start the service again first")
    }
    if let stop = service[Service.stopOn], stop <= day {
      throw .refuse(
        .notActive, field: "on", found: "\(day); \(phrase) stops on \(stop)",
        expected: "a day before \(stop)", remedy: "use an earlier date or another service")
    }
    guard service[Service.startOn] <= day else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(day); \(phrase) starts on \(service[Service.startOn])",
        expected: "\(service[Service.startOn]) or later", remedy: "")
    }
  }

  private func elsewhere(
    _ meter: Row<Meter>, _ install: Row<MeterInstall>, field: String
  ) throws(RuleError) -> RuleError {
    let account = try find(Service.self, install[MeterInstall.service])?[Service.account]
    let place = account.map { " of account \($0)" } ?? ""
    return .refuse(
      .meterElsewhere, field: field,
      found: "meter \(meter[Meter.meter]), in service \(install[MeterInstall.service])\(place) "
        + install.phrase,
      expected: "a meter that is not in another service at that time",
      remedy: "stop that service or remove the meter with `meter remove` first, "
        + "or use another meter")
  }
}

extension Row<ServiceType> {
  /// `1000 WATER`; only the code where it is also the name.
  var phrase: String {
    let (code, name) = (self[ServiceType.code].text, self[ServiceType.name].text)
    return code == name ? code : "\(code) \(name)"
  }
}
