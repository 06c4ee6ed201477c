package import Ledger
package import Values

/// The part of a chain around a day that decides what a read on that day changes.
package struct ReadWindow {
  /// Reads of the chain up to and on that day, in order.
  package let before: [ChainRead]
  /// Reads of the chain after it, in order, up to one that earlier reads cannot change.
  let after: [ChainRead]

  /// What must be known about the time before the day.
  package struct Reach {
    enum Goal {
      /// The read before; also the one after it, where no later reading could contradict.
      case read
      /// The last reading.
      case reading
      /// The last reading that is not an estimate.
      case anchor
    }

    var goal: Goal
    /// Whether the day on which the period before began must be known too.
    var knowsPeriod = false
  }
}

extension Books {
  /// The last two of a meter, the later one first.
  func latestReads(of meter: MeterSerial) throws(RuleError) -> [ChainRead] {
    try rows(Read.latest, meter).map(ChainRead.init)
  }

  /// Loads a window, with one lookup in the common case of a read later than all others.
  package func window(
    _ chain: Chain, around day: CivilDate, reaching reach: ReadWindow.Reach,
    latest known: [ChainRead]? = nil
  ) throws(RuleError) -> ReadWindow {
    let serial = chain.meter[Meter.meter]
    let latest = if let known { known } else { try latestReads(of: serial) }
    let isLast = latest.first.map { $0.on <= day } ?? true
    let reach = isLast ? reach : try self.reach(reach, into: serial, after: day)
    var earlier = latest
    if !isLast || !chain.settles(latest, by: day, reach, limit: Read.latest.limit) {
      for lookup in Read.upTo {
        earlier = try currentReads(lookup, of: serial, upTo: day)
        if chain.settles(earlier, by: day, reach, limit: lookup.limit) { break }
      }
    }
    var later: [ChainRead] = []
    if !isLast {
      for lookup in Read.after {
        later = try rows(lookup, serial, after: day).map(ChainRead.init)
        if chain.settles(later, reach, limit: lookup.limit) { break }
      }
    }
    let end = later.firstIndex { chain.ends($0, reach) }
    return ReadWindow(
      before: earlier.reversed().filter(chain.counts),
      after: later.prefix(end.map { $0 + 1 } ?? later.count).filter(chain.counts))
  }
}

extension Books {
  /// The latest first. Those of the day itself stand apart, so that void reads before it are skipped.
  private func currentReads(
    _ lookup: NearestLookup<Read>, of meter: MeterSerial, upTo day: CivilDate
  ) throws(RuleError) -> [ChainRead] {
    let onDay = try rows(Read.onDay, meter, day).filter { $0[Read.state] == .current }
    let earlier = try rows(lookup, meter, upTo: day.adding(days: -1))
    return (onDay.reversed() + earlier).map(ChainRead.init)
  }

  /// What must be known where there are later reads. A stated consumption changes what a later
  /// register reading measures, but no other stated one.
  private func reach(
    _ reach: ReadWindow.Reach, into meter: MeterSerial, after day: CivilDate
  ) throws(RuleError) -> ReadWindow.Reach {
    let isStated = reach.goal == .read
    let isAlone =
      isStated
      ? try rows(Read.readingAfter, meter, after: day).isEmpty : false
    return ReadWindow.Reach(goal: isAlone ? .read : .anchor, knowsPeriod: true)
  }
}

extension Chain {
  /// A read beyond which nothing changes.
  fileprivate func ends(_ read: ChainRead, _ reach: ReadWindow.Reach) -> Bool {
    counts(read) && (reach.goal == .read || (read.reading != nil && !read.kind.isEstimate))
  }

  /// Whether reads up to a day, latest first, hold all of that day and reach back far enough.
  fileprivate func settles(
    _ earlier: [ChainRead], by day: CivilDate, _ reach: ReadWindow.Reach, limit: Int?
  ) -> Bool {
    guard let limit, earlier.count >= limit, let first = earlier.last else { return true }
    guard first.on < day else { return false }
    if first.on < from { return true }
    let counting = earlier.filter { $0.on < day && counts($0) }
    guard counting.count >= (reach.knowsPeriod ? 2 : 1) else { return false }
    return switch reach.goal {
    case .read: true
    case .reading: counting.contains { $0.reading != nil }
    case .anchor: counting.contains { $0.reading != nil && !$0.kind.isEstimate }
    }
  }

  fileprivate func settles(
    _ later: [ChainRead], _ reach: ReadWindow.Reach, limit: Int?
  ) -> Bool {
    guard let limit, later.count >= limit, let last = later.last else { return true }
    return (to.map { $0 < last.on } ?? false) || later.contains { ends($0, reach) }
  }
}

extension Read {
  private static let latestFirst: [Lookup<Read>.Order] = [.descending(readOn), .descending(number)]

  static let notBefore = Lookup<Read>(
    [.equal(meter), .notBefore(readOn)], order: [.ascending(readOn), .ascending(number)])
  static let latest = Lookup<Read>([.equal(meter)], order: latestFirst, limit: 2)
  static let current = RowsByDay<Read>(meter, readOn, [.is(state, .current)])
  static let currentReadings = RowsByDay<Read>(
    meter, readOn, [.is(state, .current), .known(reading)])
  static let readingAfter = NearestLookup.after(currentReadings, limit: 1)
  /// Each reaches further back than the one before.
  static let upTo = [8, 256, nil].map { NearestLookup.upTo(current, limit: $0) }
  static let after = [2, 64, nil].map { NearestLookup.after(current, limit: $0) }
}
