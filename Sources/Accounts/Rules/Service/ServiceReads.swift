import Engines
import Ledger
import Values

/// Reads and meters of a service whose last day changes.
extension Books {
  /// Refuses where a read would fall outside the service, or a final read inside it.
  /// - Parameter day: the first day without the service; nil if it continues.
  func checkReads(of service: Row<Service>, until day: CivilDate?) throws(RuleError) {
    let before = service[Service.stopOn]
    let first = [before, day].compactMap { $0 }.min() ?? service[Service.startOn]
    let goesOn = before.map { stop in day.map { stop < $0 } ?? true } ?? false
    for install in try rows(MeterInstall.ofService, service[Service.id])
    where !install.hasEnded(by: first) || install.toOn == first {
      if goesOn, let final = try finalRead(install[MeterInstall.meter], on: first) {
        throw refusal(final, day)
      }
      if let read = try read(of: install, after: first) { throw refusal(read, day) }
    }
  }

  private func finalRead(_ meter: MeterSerial, on day: CivilDate) throws(RuleError) -> Row<Read>? {
    try rows(Read.onDay, meter, day).first {
      $0[Read.state] == .current && $0[Read.reason] == .final
    }
  }

  /// The first read after a day that belongs to an install.
  private func read(
    of install: Row<MeterInstall>, after day: CivilDate
  ) throws(RuleError) -> Row<Read>? {
    let serial = install[MeterInstall.meter]
    if install.fromOn > day, let first = try read(of: install, on: install.fromOn) { return first }
    let next = try rows(
      Read.currentAfter, serial, after: max(day, install.fromOn)
    ).first
    guard let end = install.toOn else { return next }
    if let next, next[Read.readOn] < end { return next }
    return end > day ? try read(of: install, on: end) : nil
  }

  /// On its first and last days a meter's reads may belong to another install.
  private func read(of install: Row<MeterInstall>, on day: CivilDate) throws(RuleError) -> Row<
    Read
  >? {
    let serial = install[MeterInstall.meter]
    let installs = try installs(of: serial, endingFrom: day)
    return try rows(Read.onDay, serial, day).first {
      $0[Read.state] == .current
        && MeterInstall.owner(of: $0[Read.reason], on: day, among: installs) == install
    }
  }

  private func refusal(_ read: Row<Read>, _ day: CivilDate?) -> RuleError {
    let (meter, readOn, reason) = (read[Read.meter], read[Read.readOn], read[Read.reason])
    let isAfter = day.map { $0 < readOn } ?? false
    return .refuse(
      .dateOrder, field: day == nil ? nil : "on",
      found: (day.map { "\($0); " } ?? "") + "meter \(meter) has a \(reason) read on \(readOn)",
      expected: isAfter ? "\(readOn) or later" : "no \(reason) read while the service is active",
      remedy: "void the read first with \(run: "read void", meter, options: ["on": readOn])"
        + (isAfter ? ", or use a later date" : ""))
  }

  /// Puts the meters that left a service on a day back, until the service's new last day.
  func returnMeters(to service: Row<Service>, from day: CivilDate) throws(RuleError) {
    for install in try rows(MeterInstall.ofService, service[Service.id]) where install.toOn == day {
      try self.install(try meter(install[MeterInstall.meter]), in: service, on: day, field: "on")
    }
  }
}

extension Read {
  static let currentAfter = NearestLookup.after(current, limit: 1)
}
