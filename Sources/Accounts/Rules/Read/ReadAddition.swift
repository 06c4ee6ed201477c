import Ledger
import Values

/// Adds a read to a chain, or refuses it because of the reads around it.
struct ReadAddition {
  let chain: Chain
  let read: ChainRead
  /// The name of the reading's field in the command.
  let field: String
  private let window: ReadWindow
  private(set) var before: [ChainRead]
  private(set) var after: [ChainRead]
  private(set) var link: ChainLink
  /// Estimates that the read proves wrong, with their replacements.
  private(set) var replaced: [ReEstimate] = []
  private(set) var notices: [String] = []

  init(_ read: ChainRead, into window: ReadWindow, of chain: Chain, field: String) {
    self.chain = chain
    self.read = read
    self.field = field
    before = window.before
    after = window.after
    self.window = window
    link = chain.link(read, after: chain.state(after: before[...]))
  }

  var old: [ChainRead] { window.before + window.after }
  var new: [ChainRead] { before + [read] + after }

  /// Whether estimates lie between the read and the last read that is not an estimate.
  var needsAnchor: Bool {
    link.isContradiction && !read.kind.isEstimate && before.last?.kind.isEstimate == true
  }

  mutating func settle() throws(RuleError) {
    try checkStart()
    try settleBefore()
    try checkUsage()
    if !after.isEmpty { try settleAfter() }
    notice()
  }

  /// The stated period begins within the service and after the read before.
  private func checkStart() throws(RuleError) {
    guard let from = read.from else { return }
    guard from >= chain.from else {
      throw .refuse(
        .dateOrder, field: "from",
        found: "\(from), before meter \(chain.meter[Meter.meter]) was installed in the service on "
          + "\(chain.from)", expected: "\(chain.from) or later",
        remedy: "use the first day of the consumption within this service")
    }
    if let last = before.last, from < last.on {
      throw chain.overlap(from: from, to: read.on, with: last, in: before, field: "from")
    }
  }

  private mutating func settleBefore() throws(RuleError) {
    guard link.isContradiction else { return }
    guard
      let run = EstimateRun(endingBefore: read, in: before, of: chain), !read.kind.isEstimate,
      let position = read.reading.map(chain.dial.position)
    else { throw chain.below(link, before: before, field: field) }
    let start = chain.state(after: before[..<run.range.lowerBound])
    guard chain.link(read, after: start).turn == .forward, let on = start.on,
      let from = start.position
    else { throw chain.below(link, before: before, field: field) }
    let line = RegisterLine(from: (on, from), to: (read.on, position))
    replace(chain.reEstimates(of: before[run.range], along: line))
    link = chain.link(read, after: chain.state(after: before[...]))
  }

  private func checkUsage() throws(RuleError) {
    guard let usage = link.usage else { return }
    guard (0...Chain.greatestUsage).contains(usage) else {
      throw .refuse(
        .outOfRange, field: field, found: "a usage of \(usage / 1000) \(chain.meter[Meter.unit])",
        expected: "0 to \(Chain.greatestUsage / 1000)", remedy: "check the figure")
    }
    if read.reading != nil, let stated = read.consumption, stated.units != usage {
      throw chain.mismatch(link, stated: stated)
    }
    guard usage != 0, link.from >= read.on else { return }
    throw chain.nothingBetween(link, last: before.last, field: field)
  }

  private mutating func settleAfter() throws(RuleError) {
    if let next = after.first, let from = next.from, from < read.on {
      throw chain.overlap(from: read.on, to: read.on, with: next, in: [], field: "on")
    }
    guard let wrong = contradicted() else { return try checkNextStated() }
    guard let run = EstimateRun(beginning: after, of: chain), !read.kind.isEstimate,
      let position = link.after.position
    else { throw chain.above(link, next: wrong, field: field) }
    let end = after.dropFirst(run.range.count).first
    let line: RegisterLine
    if let end, !chain.starts(end), let reading = end.reading {
      guard chain.link(end, after: link.after).turn == .forward else {
        throw chain.above(link, next: end, field: field)
      }
      line = RegisterLine(from: (read.on, position), to: (end.on, chain.dial.position(reading)))
    } else {
      line = RegisterLine(onwards: link, since: anchorState, dial: chain.dial)
    }
    replace(chain.reEstimates(of: after[run.range], along: line))
    if let wrong = contradicted() { throw chain.above(link, next: wrong, field: field) }
  }

  /// The chain's state after the last read that is not an estimate.
  private var anchorState: ChainState {
    let last = before.lastIndex { !$0.kind.isEstimate }
    return chain.state(after: before.prefix(last.map { $0 + 1 } ?? before.count))
  }

  /// The next reading, if it cannot follow this read.
  private func contradicted() -> ChainRead? {
    var state = link.after
    for next in after where !chain.starts(next) {
      let link = chain.link(next, after: state)
      if next.reading != nil { return link.isContradiction ? next : nil }
      state = link.after
    }
    return nil
  }

  /// The next read's stated consumption was used as given, because no reading came before it.
  private func checkNextStated() throws(RuleError) {
    guard link.before.position == nil, let next = after.first, next.reading != nil,
      let stated = next.consumption
    else { return }
    let following = chain.link(next, after: link.after)
    guard link.after.position != nil, following.usage != stated.units else { return }
    throw chain.mismatch(following, stated: stated)
  }

  private mutating func replace(_ estimates: [ReEstimate]) {
    for estimate in estimates {
      if let index = before.firstIndex(of: estimate.old) { before[index] = estimate.new }
      if let index = after.firstIndex(of: estimate.old) { after[index] = estimate.new }
    }
    replaced += estimates
  }

  private mutating func notice() {
    if link.turn == .rolled, let usage = link.usage {
      notices.append(
        "the register of meter \(chain.meter[Meter.meter]) rolled over to zero: "
          + "usage \(Quantity(units: usage)) \(chain.meter[Meter.unit])")
    }
    if !replaced.isEmpty {
      notices.append(
        "\(replaced.count) estimated read\(replaced.count == 1 ? "" : "s") of meter "
          + "\(chain.meter[Meter.meter]) re-estimated: "
          + replaced.map { "\($0.old.on) \($0.was) → \($0.now)" }.joined(separator: ", "))
    }
    if chain.starts(read), let last = before.last, last.on < read.on {
      notices.append(
        "the read history of meter \(chain.meter[Meter.meter]) restarts on \(read.on): "
          + "usage since \(last.on) is not counted")
    }
  }
}
