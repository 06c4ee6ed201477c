import Engines
import Ledger

/// Removes a read from a chain: the periods on both sides become one again, and estimates that it
/// had proved wrong are restored.
struct ReadVoiding {
  package let chain: Chain
  package let read: ChainRead
  package let old: [ChainRead]
  /// Re-estimated reads and the reads they had replaced.
  private(set) var restored: [ReEstimate] = []
  private(set) var new: [ChainRead]

  package init(_ read: ChainRead, from window: ReadWindow, of chain: Chain) {
    self.chain = chain
    self.read = read
    old = window.before + window.after
    new = old.filter { $0 != read }
  }

  private var gap: Int { new.firstIndex { read.precedes($0) } ?? new.count }

  /// Re-estimated reads that the voided read may have caused: the runs on each side of it.
  var reEstimated: [ChainRead] {
    guard !read.kind.isEstimate else { return [] }
    let before = EstimateRun(endingBefore: read, in: Array(new[..<gap]), of: chain)
    let after = EstimateRun(beginning: Array(new[gap...]), of: chain)
    let run = new[(before?.range.lowerBound ?? gap)..<(gap + (after?.range.count ?? 0))]
    return run.filter { $0.kind == .officeEstimate && $0.row[Read.source] == ReEstimate.source }
  }

  /// Restores the originals, before and after the voided read separately.
  mutating func restore(_ originals: [ReEstimate]) {
    restore(side: originals.filter { $0.new.precedes(read) })
    restore(side: originals.filter { !$0.new.precedes(read) })
  }

  /// Originals that agreed with the voided read were replaced because of another read; those that
  /// contradict the remaining reads cannot be restored.
  private mutating func restore(side originals: [ReEstimate]) {
    guard !originals.isEmpty,
      chain.firstContradiction(in: replacing(originals, in: old)) != nil
    else { return }
    let candidate = replacing(originals, in: new)
    guard chain.firstContradiction(in: candidate) == nil else { return }
    new = candidate
    restored += originals
  }

  private func replacing(_ estimates: [ReEstimate], in reads: [ChainRead]) -> [ChainRead] {
    reads.map { read in estimates.first { $0.old == read }?.new ?? read }
      .sorted { $0.precedes($1) }
  }

  /// The later reads must still be possible without the read.
  func check() throws(RuleError) {
    guard let link = chain.firstContradiction(in: new, from: gap),
      !chain.rolled(in: old, at: [read, link.read])
    else { return }
    let last = new.last { $0.precedes(link.read) }
    throw .refuse(
      .readingBelowPrevious, field: "on",
      found: "\(chain.phrase(link.read)), which would then follow \(chain.phrase(last))",
      expected: "a read that the later reads do not depend on",
      remedy: "void the later read first: "
        + "\(run: "read void", chain.meter[Meter.meter], options: ["on": link.read.on])")
  }
}

extension Chain {
  /// The first reading from an index on that cannot follow the reads before it. Links further on
  /// were accepted when they were added.
  func firstContradiction(in reads: [ChainRead], from first: Int) -> ChainLink? {
    var state = state(after: reads[..<first])
    for read in reads[first...] {
      let link = link(read, after: state)
      if read.reading != nil { return link.isContradiction ? link : nil }
      state = link.after
    }
    return nil
  }

  func firstContradiction(in reads: [ChainRead]) -> ChainLink? {
    var state = ChainState()
    for read in reads {
      let link = link(read, after: state)
      if link.isContradiction { return link }
      state = link.after
    }
    return nil
  }

  /// Whether the register rolled over before one of these reads.
  func rolled(in reads: [ChainRead], at places: [ChainRead]) -> Bool {
    var state = ChainState()
    return reads.contains { read in
      let link = link(read, after: state)
      state = link.after
      return link.turn == .rolled && places.contains(read)
    }
  }
}

extension Books {
  /// Voids a read; returns how many estimates were restored.
  func void(_ row: Row<Read>, of meter: Row<Meter>) throws(RuleError) -> Int {
    let read = ChainRead(row)
    let restored = try voidInChain(row, read, of: meter)
    update(row, to: row.with(.void))
    if try rows(Read.onDay, meter[Meter.meter], read.on).allSatisfy({ $0[Read.state] != .current })
    {
      noteGap(of: Read.current, meter[Meter.meter], on: read.on)
      noteGap(of: Read.currentReadings, meter[Meter.meter], on: read.on)
    }
    return restored
  }

  private func voidInChain(
    _ row: Row<Read>, _ read: ChainRead, of meter: Row<Meter>
  ) throws(RuleError) -> Int {
    let installs = try installs(of: meter[Meter.meter], endingFrom: read.on)
    guard let install = MeterInstall.owner(of: read.reason, on: read.on, among: installs) else {
      return 0
    }
    let chain = try chain(meter, install, among: installs)
    guard chain.counts(read) else { return 0 }
    let window = try window(
      chain, around: read.on, reaching: .init(goal: read.reading == nil ? .read : .anchor))
    var voiding = ReadVoiding(read, from: window, of: chain)
    voiding.restore(try originals(of: voiding.reEstimated))
    try voiding.check()
    for estimate in voiding.restored {
      update(estimate.old.row, to: estimate.old.row.with(.void))
      update(estimate.new.row.with(.superseded), to: estimate.new.row)
    }
    try replaceConsumption(
      chain.consumption(of: voiding.old), with: chain.consumption(of: voiding.new))
    return voiding.restored.count
  }

  private func originals(of reads: [ChainRead]) throws(RuleError) -> [ReEstimate] {
    var originals: [ReEstimate] = []
    for read in reads {
      let sameDay = try rows(Read.onDay, read.row[Read.meter], read.on).map(ChainRead.init)
      let original = sameDay.last {
        $0.state == .superseded && $0.reason == read.reason && $0.number < read.number
      }
      guard let original else { continue }
      originals.append(ReEstimate(old: read, new: ChainRead(original.row.with(.current))))
    }
    return originals
  }
}
