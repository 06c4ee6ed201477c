import Engines
import Values

/// What is wrong with a meter's records.
extension MeterHistory {
  func errors() -> [Finding] {
    let overlaps = installOverlaps()
    let expected = ConsumptionRules.recomputed(reads: reads, installs: installs, meter: meter)
    // If the consumption follows from the reads of each install, nothing else is wrong with it.
    if overlaps.isEmpty, expected == consumption { return [] }
    return overlaps + unreadConsumption() + consumptionOverlaps() + wrongDays()
      + unlike(expected)
  }

  /// Nothing else may appear there than what follows from the reads.
  private func unlike(_ expected: [Row<Consumption>]) -> [Finding] {
    guard expected != consumption else { return [] }
    let wanted = Dictionary(expected.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let stored = Dictionary(
      consumption.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let remedy = "void the read that closes it and add it again"
    return consumption.compactMap { row in
      guard let right = wanted[row.key] else {
        return finding(
          .consumptionFollowsReads, row, "the reads give no consumption", remedy: remedy)
      }
      guard right != row else { return nil }
      return finding(
        .consumptionFollowsReads, row,
        "found \(Self.phrase(row)), the reads give \(Self.phrase(right))", remedy: remedy)
    }
      + expected.filter { stored[$0.key] == nil }.map { row in
        finding(
          .consumptionFollowsReads, row,
          "it is missing, the reads give \(Self.phrase(row))", remedy: remedy)
      }
  }

  private static func phrase(_ row: Row<Consumption>) -> String {
    "\(row[Consumption.quantity]) \(row[Consumption.unit]) from \(row[Consumption.fromOn])"
      + (row[Consumption.isEstimated] ? ", estimated" : "")
  }

  private func installOverlaps() -> [Finding] {
    DatedRows.overlaps(installs, from: MeterInstall.fromOn, to: MeterInstall.toOn).map {
      earlier, later in
      Finding(
        rule: .installOverlap, severity: .error, record: record,
        what: "in two services at once: service \(earlier[MeterInstall.service]) "
          + DatedRows.period(earlier[MeterInstall.fromOn], earlier[MeterInstall.toOn])
          + " and service \(later[MeterInstall.service]) "
          + DatedRows.period(later[MeterInstall.fromOn], later[MeterInstall.toOn]),
        remedy: "remove it from one with "
          + "\(run: "meter remove", meter[Meter.meter], options: ["on": "DATE"])")
    }
  }

  private func unreadConsumption() -> [Finding] {
    var current: Set<ReadPlace> = []
    for read in reads where read[Read.state] == .current {
      current.insert(ReadPlace(day: read[Read.readOn], number: read[Read.number]))
    }
    return consumption.compactMap { row in
      let place = ReadPlace(day: row[Consumption.toOn], number: row[Consumption.readNumber])
      guard !current.contains(place) else { return nil }
      return finding(
        .consumptionUnread, row, "no current read on that day ends it",
        remedy: "see \(run: "read list", options: ["meter": meter[Meter.meter]])")
    }
  }

  /// The position of a read among the meter's reads.
  private struct ReadPlace: Hashable {
    let day: CivilDate
    let number: Int64
  }

  private func consumptionOverlaps() -> [Finding] {
    var found: [Finding] = []
    var last: Row<Consumption>?
    for row in consumption {
      if let last, row[Consumption.fromOn] < last[Consumption.toOn] {
        found.append(
          finding(
            .consumptionOverlap, row,
            "it overlaps \(last[Consumption.fromOn]) to \(last[Consumption.toOn])",
            remedy: "void one of the reads with "
              + "\(run: "read void", meter[Meter.meter], options: ["on": "DATE"])"))
      }
      if row[Consumption.toOn] > (last?[Consumption.toOn] ?? row[Consumption.fromOn]) { last = row }
    }
    return found
  }

  private func wrongDays() -> [Finding] {
    consumption.compactMap { row in
      let days = Int(
        row[Consumption.toOn].daysSince1970 - row[Consumption.fromOn].daysSince1970)
      guard days != row[Consumption.days] else { return nil }
      return finding(
        .consumptionDays, row, "found \(row[Consumption.days]) days, expected \(days)",
        remedy: "void the read that closes it and add it again")
    }
  }

  private func finding(
    _ rule: CheckRule, _ row: Row<Consumption>, _ what: String, remedy: String
  ) -> Finding {
    Finding(
      rule: rule, severity: .error, record: record,
      what: "its consumption from \(row[Consumption.fromOn]) to \(row[Consumption.toOn]): \(what)",
      remedy: remedy)
  }

  /// Reads of days on which the meter was in no service, which cannot be billed.
  func warnings() -> [Finding] {
    reads.compactMap { read in
      let day = read[Read.readOn]
      guard read[Read.state] == .current, !Self.holds(installs, day) else { return nil }
      return Finding(
        rule: .readOutsideInstall, severity: .warning, record: record,
        what: "read on \(day), when it was not in a service",
        remedy: "void it with \(run: "read void", meter[Meter.meter], options: ["on": day])")
    }
  }

  /// Readings of the days of installs that are gone.
  func readsWithoutInstall(in undone: [Row<MeterInstall>]) -> [Finding] {
    guard !undone.isEmpty else { return [] }
    let inside = reads.filter { Self.holds(undone, $0[Read.readOn]) }
    return MeterHistory(
      meter: meter, installs: installs, reads: inside, consumption: consumption
    ).warnings()
  }

  /// A closing read is on the day after the install's last day.
  private static func holds(_ installs: [Row<MeterInstall>], _ day: CivilDate) -> Bool {
    installs.contains { install in
      install[MeterInstall.fromOn] <= day && day <= (install[MeterInstall.toOn] ?? .distantFuture)
    }
  }
}
