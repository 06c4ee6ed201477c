import Ledger
import Values

/// An estimate that a later read proved wrong, and its replacement.
struct ReEstimate {
  static let source = Line(trusted: "re-estimated")

  let old: ChainRead
  package let new: ChainRead

  var was: String { (old.reading ?? old.consumption ?? .zero).description }
  var now: String { (new.reading ?? .zero).description }
}

/// Estimates next to each other in a chain.
struct EstimateRun {
  let range: Range<Int>

  /// Those just before a read, back to the last read that is not an estimate or to the chain's start.
  init?(endingBefore read: ChainRead, in before: [ChainRead], of chain: Chain) {
    var first = before.count
    while first > 0, before[first - 1].kind.isEstimate, !chain.starts(before[first - 1]) {
      first -= 1
    }
    // Without an earlier read there is nothing to interpolate from.
    if first == 0 { first = 1 }
    guard first < before.count else { return nil }
    range = first..<before.count
  }

  /// Those that the following reads begin with.
  init?(beginning after: [ChainRead], of chain: Chain) {
    let count = after.prefix { $0.kind.isEstimate && !chain.starts($0) }.count
    guard count > 0 else { return nil }
    range = 0..<count
  }
}

/// A register that advances evenly from day to day.
struct RegisterLine {
  private let start: (on: CivilDate, position: Int64)
  private let rise: Int64
  private let days: Int
  private let highest: Int64?

  /// Between two readings.
  init(from start: (on: CivilDate, position: Int64), to end: (on: CivilDate, position: Int64)) {
    self.start = start
    rise = end.position - start.position
    days = end.on - start.on
    highest = end.position
  }

  /// Continues from a read at the rate since an earlier one; flat where there is none.
  init(onwards link: ChainLink, since earlier: ChainState, dial: Dial) {
    start = (link.read.on, link.after.position ?? 0)
    highest = dial.capacity.map { dial.position($0 - Quantity(units: 1)) }
    guard let on = earlier.on, let position = earlier.position else {
      (days, rise) = (0, 0)
      return
    }
    days = link.read.on - on
    rise = max(0, start.position - position)
  }

  /// Whole days' shares first, then the rest, so that no product grows too large.
  private func position(on day: CivilDate) -> Int64 {
    guard days > 0 else { return start.position + rise }
    let (share, rest) = rise.quotientAndRemainder(dividingBy: Int64(days))
    let count = Int64(day - start.on)
    let (risen, overflow) = share.multipliedReportingOverflow(by: count)
    let room = Dial.greatestPosition - start.position
    return start.position + (overflow ? room : min(room, risen + rest * count / Int64(days)))
  }

  /// To the nearest whole unit where `wholeUnits`, but never beyond the ends.
  func reading(on day: CivilDate, _ dial: Dial, wholeUnits: Bool) -> Quantity {
    let position = position(on: day)
    let reading = dial.reading(at: position, wholeUnits: wholeUnits)
    let lowest = dial.reading(at: start.position, rounding: .up)
    guard let highest else { return max(lowest, reading) }
    return min(max(lowest, reading), dial.reading(at: highest, rounding: .down))
  }
}

extension Chain {
  /// Estimates along the register's line; they get their numbers when they are stored.
  func reEstimates(of run: ArraySlice<ChainRead>, along line: RegisterLine) -> [ReEstimate] {
    run.compactMap { old in
      var row = old.row
      let wholeUnits = old.reading.map { $0.units % Quantity.scale == 0 } ?? false
      let reading = line.reading(on: old.on, dial, wholeUnits: wholeUnits)
      guard reading != old.reading || old.consumption != nil else { return nil }
      row[Read.reading] = reading
      row[Read.consumption] = nil
      row[Read.kind] = .officeEstimate
      row[Read.source] = ReEstimate.source
      return ReEstimate(old: old, new: ChainRead(row))
    }
  }
}
