import Engines
import Ledger
import Values

/// Why a read cannot be added to a chain, in words that a clerk can act on.
extension Chain {
  private var serial: MeterSerial { meter[Meter.meter] }

  func below(_ link: ChainLink, before: [ChainRead], field: String) -> RuleError {
    // Estimates can be replaced, so the last read that is not an estimate decides.
    let deciding =
      link.read.kind.isEstimate
      ? before.last : before.last { !$0.kind.isEstimate || starts($0) } ?? before.first
    let state = deciding.map { read in
      self.state(after: before.prefix { $0.precedes(read) || $0 == read })
    }
    let least = dial.reading(at: state?.position ?? link.before.position ?? 0, rounding: .up)
    let day = deciding?.on ?? link.read.on
    let rolls = dial.capacity.map { " (the register rolls over at \($0))" } ?? ""
    return .refuse(
      .readingBelowPrevious, field: field,
      found: "\(link.read.reading ?? .zero), which is below \(phrase(deciding))",
      expected: "\(least) or more\(rolls)",
      remedy:
        "check the figure\(grouped(link, from: least)); if the meter was replaced, use "
        + "`meter exchange`; if the earlier read is wrong, void it first: "
        + "\(run: "read void", serial, options: ["on": day])")
  }

  /// What is likely meant where a thousand times the reading would follow: a reading as 12.000.
  private func grouped(_ link: ChainLink, from least: Quantity) -> String {
    guard let reading = link.read.reading, reading.units < 1000 * Quantity.scale else { return "" }
    let likely = Quantity(units: reading.units * Quantity.scale)
    guard likely >= least, likely.units <= 2 * least.units,
      dial.capacity.map({ likely < $0 }) ?? true
    else { return "" }
    return ", likely \(likely) if its point separates thousands"
  }

  func above(_ link: ChainLink, next: ChainRead, field: String) -> RuleError {
    let least =
      link.before.position.map { "from \(dial.reading(at: $0, rounding: .up)) to " } ?? "at most "
    let most = next.reading ?? .zero
    guard let reading = link.read.reading else {
      let reached = dial.reading(at: link.after.position ?? 0)
      return .refuse(
        .readingMismatch, field: "consumption",
        found: "a consumption of \(link.read.consumption ?? .zero), which takes the register to "
          + "\(reached) by \(link.read.on), above the \(most) of \(phrase(next))",
        expected: "a consumption consistent with the later reading",
        remedy: "check the figure; if the later read is wrong, void it first: "
          + "\(run: "read void", serial, options: ["on": next.on])")
    }
    return .refuse(
      .readingAboveNext, field: field,
      found: "\(reading), above the \(most) of \(phrase(next))", expected: least + most.description,
      remedy: "check the figure and the date; if the later read is wrong, void it first: "
        + "\(run: "read void", serial, options: ["on": next.on])")
  }

  /// `reads` are those before `other`; they tell where the period it closes begins.
  func overlap(
    from: CivilDate, to: CivilDate, with other: ChainRead, in reads: [ChainRead], field: String
  ) -> RuleError {
    let earlier = reads.last { $0.precedes(other) }
    let start =
      other.from ?? earlier?.on ?? (other.consumption == nil ? nil : self.from)
    let taken =
      start.map { "the period \($0) to \(other.on) of meter \(serial)" }
      ?? "the period before \(phrase(other))"
    let isLater = other.on > to
    return .refuse(
      .periodOverlaps, field: field,
      found: from == to ? "\(to), within \(taken)" : "\(from) to \(to), which overlaps \(taken)",
      expected: isLater
        ? "a day outside it" : "a period that begins on \(other.on) or later",
      remedy: "correct the dates, or void the read that closes the other period first: "
        + "\(run: "read void", serial, options: ["on": other.on])")
  }

  func mismatch(_ link: ChainLink, stated: Quantity) -> RuleError {
    let usage = Quantity(units: link.usage ?? 0)
    let last = link.before.position.map { dial.reading(at: $0) } ?? .zero
    let since = link.before.on.map { " since \($0)" } ?? ""
    return .refuse(
      .readingMismatch, field: "consumption",
      found: "a consumption of \(stated), but the register of meter \(serial) went from \(last) to "
        + "\(link.read.reading ?? .zero)\(since), which is \(usage)",
      expected: "a reading and a consumption that agree",
      remedy: "check both figures, or enter only one of them")
  }

  func nothingBetween(_ link: ChainLink, last: ChainRead?, field: String) -> RuleError {
    let usage = Quantity(units: link.usage ?? 0)
    let since = last.map { phrase($0) } ?? "the day on which the meter was installed"
    return .refuse(
      .dateOrder, field: link.read.reading == nil ? "from" : field,
      found:
        "a usage of \(usage) \(meter[Meter.unit]) within zero days: \(link.read.on), the same day as \(since)",
      expected: "a usage over at least one day",
      remedy: "correct the date or the figure, "
        + "or use \(field: "from") for the first day of the consumption")
  }

  func taken(by read: ChainRead) -> RuleError {
    .refuse(
      .conflict, field: "on", found: "\(phrase(read)) of meter \(serial)",
      expected: "one read per reason and day",
      remedy: "if that read is wrong, void it first: "
        + "\(run: "read void", serial, options: ["on": read.on])")
  }

  /// `the read of 2026-02-01 (120, actual, periodic)`.
  func phrase(_ read: ChainRead?) -> String {
    guard let read else { return "the previous read" }
    let figure =
      read.reading?.description ?? read.consumption.map { "consumption \($0)" } ?? "no figure"
    return "the read of \(read.on) (\(figure), \(read.kind.rawValue), \(read.reason.rawValue))"
  }
}

extension NewRead {
  /// Checks that need no other read.
  func check() throws(RuleError) {
    guard reading != nil || consumption != nil else {
      throw .refuse(
        .required, field: readingField, found: "neither a reading nor a consumption",
        expected: "at least one of them", remedy: "needed: the register reading")
    }
    for (figure, field) in [(reading, readingField), (consumption, "consumption")] {
      guard let figure, figure < .zero else { continue }
      throw .refuse(
        .outOfRange, field: field, found: "\(figure)", expected: "zero or more",
        remedy: "to cancel a wrong read, use `read void`")
    }
    if let from, from > on {
      throw .refuse(
        .dateOrder, field: "from", found: "\(from), after the read of \(on)",
        expected: "a day before \(on)", remedy: "check whether the two dates are swapped")
    }
    let dial = Dial(meter)
    if let reading, dial.position(reading) >= Dial.greatestPosition {
      throw .refuse(
        .outOfRange, field: readingField, found: "\(reading)",
        expected: "at most \(dial.reading(at: Dial.greatestPosition, rounding: .down))",
        remedy: "check the figure")
    }
    if let consumption, consumption.units > Chain.greatestUsage {
      throw .refuse(
        .outOfRange, field: "consumption", found: "\(consumption)",
        expected: "at most \(Quantity(units: Chain.greatestUsage))", remedy: "check the figure")
    }
    guard let reading, let capacity = dial.capacity, reading >= capacity else { return }
    throw .refuse(
      .readingTooLong, field: readingField, found: "\(reading)",
      expected: "at most \(meter[Meter.dials]?.value ?? 0) digits: "
        + "meter \(meter[Meter.meter]) rolls over at \(capacity)",
      remedy: "check the figure and the meter's serial number")
  }

  func notInstalled(_ installs: [Row<MeterInstall>]) -> RuleError {
    let times = installs.map(\.phrase).joined(separator: ", ")
    return .refuse(
      .meterNotInstalled, field: "on",
      found: "\(on), when meter \(meter[Meter.meter]) is not in a service",
      expected: times.isEmpty
        ? "a meter that is in a service" : "a day when it is in one: \(times)",
      remedy: "check the date and the serial number, or start the service with the meter first")
  }
}
