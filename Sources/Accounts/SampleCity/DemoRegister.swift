import Values

/// The register of an account's current meter: it counts, is read, and closes periods
/// as `read add` does.
struct DemoRegister {
  /// A read that a later period can begin with.
  private struct Mark {
    var on: CivilDate
    var total: Int64
  }

  let meter: DemoMeter
  private(set) var service: Int64
  /// Units since the meter was new, without the register's rolling over.
  private var total: Int64
  /// Gallons that do not fill a unit yet.
  private var rest: Int64 = 0
  private var last: Mark?
  private var lastNumber: Int64 = 0
  private var lastDay: CivilDate?
  /// The state before an estimate that turned out too high.
  private var beforeEstimate: Mark?
  private let capacity: Int64

  init(_ meter: DemoMeter, service: Int64, opening: Int64) {
    self.meter = meter
    self.service = service
    capacity = meter.capacity
    total = opening
  }

  /// A new service on the same meter begins with its own read.
  mutating func enter(service: Int64) {
    self.service = service
    last = nil
  }

  /// One read's consumption stays under a fifth of the register, so that its rolling over is plain.
  mutating func count(gallons: Int64) {
    rest += gallons
    let units = rest / meter.multiplier
    rest -= units * meter.multiplier
    total += units
    if let last { total = min(total, last.total + capacity / 5) }
  }

  /// Whether an estimate may appear here: after a read, and well away from rolling over.
  var allowsEstimate: Bool {
    guard let last else { return false }
    return beforeEstimate == nil && last.total / capacity == total / capacity
      && total % capacity < capacity * 7 / 10
  }

  /// An estimate from the usual use; returns its units. A third may be too high.
  mutating func estimate(
    on day: CivilDate, gallonsPerDay: Int64, mayExceed: Bool, into block: inout DemoBlock
  ) {
    guard let last else { return }
    let usual = gallonsPerDay * Int64(day - last.on) / meter.multiplier
    var guess = last.total + min(usual, capacity / 10)
    if guess > total {
      if mayExceed { beforeEstimate = last } else { guess = total }
    }
    read(on: day, guess, .estimated, .periodic, .office, into: &block)
  }

  /// A read of what the register shows.
  mutating func read(
    on day: CivilDate, _ kind: ReadKind, _ reason: ReadReason, _ source: DemoSource,
    into block: inout DemoBlock
  ) {
    settle(on: day, into: &block)
    read(on: day, total, kind, reason, source, into: &block)
  }

  /// A misread that was voided; the correct read follows.
  mutating func misread(
    on day: CivilDate, by units: Int64, _ source: DemoSource, into block: inout DemoBlock
  ) {
    settle(on: day, into: &block)
    append(on: day, (total + units) % capacity, .actual, .periodic, source, .void, into: &block)
  }

  private mutating func read(
    on day: CivilDate, _ total: Int64, _ kind: ReadKind, _ reason: ReadReason,
    _ source: DemoSource, into block: inout DemoBlock
  ) {
    append(on: day, total % capacity, kind, reason, source, .current, into: &block)
    if let last, day > last.on {
      block.periods.append(
        DemoPeriod(
          service: service, meter: meter.serial, from: last.on, to: day,
          quantity: (total - last.total) * meter.multiplier, isEstimated: kind.isEstimate,
          readNumber: lastNumber))
    }
    last = Mark(on: day, total: total)
  }

  private mutating func append(
    on day: CivilDate, _ reading: Int64, _ kind: ReadKind, _ reason: ReadReason,
    _ source: DemoSource, _ state: ReadState, into block: inout DemoBlock
  ) {
    lastNumber = day == lastDay ? lastNumber + 1 : 1
    lastDay = day
    block.reads.append(
      DemoRead(
        meter: meter.serial, on: day, number: lastNumber, reading: reading, kind: kind,
        reason: reason, source: source, state: state))
  }

  /// An actual read below the estimate before it: the estimate is spread again by days.
  private mutating func settle(on day: CivilDate, into block: inout DemoBlock) {
    guard let before = beforeEstimate else { return }
    beforeEstimate = nil
    guard let estimate = last, total < estimate.total, !block.reads.isEmpty,
      !block.periods.isEmpty
    else { return }
    let share = Int64(estimate.on - before.on)
    let fair = before.total + (total - before.total) * share / Int64(day - before.on)
    block.reads[block.reads.count - 1].state = .superseded
    append(
      on: estimate.on, fair % capacity, .officeEstimate, .periodic, .reestimated, .current,
      into: &block)
    block.periods[block.periods.count - 1].quantity = (fair - before.total) * meter.multiplier
    block.periods[block.periods.count - 1].readNumber = lastNumber
    last = Mark(on: estimate.on, total: fair)
  }
}
