import Engines
import Ledger
import Values

/// Reads and the consumption computed from them.
extension Books {
  /// Records a read and recomputes the consumption around it.
  @discardableResult
  func record(_ read: NewRead) throws(RuleError) -> ReadOutcome {
    try read.check()
    try refuseTomorrow(read)
    let installs = try installs(of: read.meter[Meter.meter], endingFrom: read.on)
    guard let install = MeterInstall.owner(of: read.reason, on: read.on, among: installs) else {
      throw read.notInstalled(installs)
    }
    let chain = try chain(read.meter, install, among: installs)
    let reach = ReadWindow.Reach(
      goal: read.reading == nil ? .read : .reading, knowsPeriod: read.from != nil)
    let latest = try latestReads(of: read.meter[Meter.meter])
    let isLast = latest.first.map { $0.on < read.on } ?? true
    let sameDay =
      try isLast
      ? [] : rows(Read.onDay, read.meter[Meter.meter], read.on).map(ChainRead.init)
    if let carried = sameDay.first(where: {
      CarriedRead.isCarried($0) && $0.reason == read.reason && !read.isSame(as: $0)
    }) {
      _ = try void(carried.row, of: read.meter)
      return try record(read)
    }
    let next = CarriedRead(read, in: install, among: installs)
    if try chain.has(read, among: sameDay) {
      return try next?.record(in: self).map(ReadOutcome.recorded) ?? .alreadySo
    }
    var window = try window(chain, around: read.on, reaching: reach, latest: latest)
    let row = read.row(number: (sameDay.last?.number ?? 0) + 1)
    let taken = ChainRead(row)
    guard read.reason != .control else {
      insert(row)
      return .recorded(chain.control(taken, window))
    }
    var addition = ReadAddition(taken, into: window, of: chain, field: read.readingField)
    if addition.needsAnchor {
      window = try self.window(chain, around: read.on, reaching: .init(goal: .anchor))
      addition = ReadAddition(taken, into: window, of: chain, field: read.readingField)
    }
    try addition.settle()
    try checkUsage(addition.link, of: chain, field: read.usageField)
    if read.mayBeGrouped {
      try checkIsNotGrouped(addition.link, of: chain, field: read.usageField)
    }
    try checkIsNotStatedTwice(
      addition.link, after: addition.before.last, before: addition.after.first, of: chain)
    insert(row)
    try noteStated(taken, of: read.meter[Meter.meter])
    try keep(addition)
    return .recorded(
      addition.notices + (try uncounted(addition.link, of: chain))
        + (try next?.record(in: self) ?? []))
  }

  /// With the installs that border on the one it is in.
  func chain(
    _ meter: Row<Meter>, _ install: Row<MeterInstall>, among known: [Row<MeterInstall>]
  ) throws(RuleError) -> Chain {
    let areAll = known.count < MeterInstall.newest.limit ?? 0
    let bordering =
      areAll || known[0].fromOn < install.fromOn
      ? known : try installs(of: meter[Meter.meter], endingFrom: install.fromOn)
    return Chain(meter, install, among: bordering)
  }

  /// A meter cannot be read tomorrow, and correct reads would contradict a read of a later day.
  private func refuseTomorrow(_ read: NewRead) throws(RuleError) {
    guard read.on > today, read.reading != nil || read.consumption != nil else { return }
    throw .refuse(
      .dateOrder, field: "on", found: "\(read.on), later than today, \(today)",
      expected: "\(today) or earlier for a reading",
      remedy: "check the date, or record the reading with `read add` on that day")
  }

  private func keep(_ addition: ReadAddition) throws(RuleError) {
    let chain = addition.chain
    if addition.after.isEmpty, addition.replaced.isEmpty {
      if let row = chain.row(addition.link) { insert(row) }
      return
    }
    var new = addition.new
    for estimate in addition.replaced {
      var row = estimate.new.row
      row[Read.number] = try nextReadNumber(estimate.new)
      update(estimate.old.row, to: estimate.old.row.with(.superseded))
      insert(row)
      for index in new.indices where new[index] == estimate.new { new[index] = ChainRead(row) }
    }
    new.sort { $0.precedes($1) }
    try replaceConsumption(chain.consumption(of: addition.old), with: chain.consumption(of: new))
  }

  private func nextReadNumber(_ read: ChainRead) throws(RuleError) -> Int64 {
    let sameDay = try rows(Read.onDay, read.row[Read.meter], read.on)
    return (sameDay.last?[Read.number] ?? 0) + 1
  }
}

extension Chain {
  /// Ten billion units: larger values could overflow the sum of many periods.
  static let greatestUsage: Int64 = 10_000_000_000_000

  /// Whether the read exists already, as it is or before it was re-estimated; a different read for
  /// the same reason is a conflict.
  func has(_ new: NewRead, among sameDay: [ChainRead]) throws(RuleError) -> Bool {
    let rivals = sameDay.filter {
      $0.reason == new.reason && $0.state != .void && owns($0)
    }
    if rivals.contains(where: new.isSame) { return true }
    if let rival = rivals.first(where: { $0.state == .current }) {
      throw taken(by: rival)
    }
    return false
  }

  /// What a control read finds. It changes nothing.
  func control(_ read: ChainRead, _ window: ReadWindow) -> [String] {
    var notices: [String] = []
    if link(read, after: state(after: window.before[...])).isContradiction {
      notices.append("the control read is below \(phrase(window.before.last))")
    }
    if let next = window.after.first(where: { $0.reading != nil }), let reading = read.reading,
      let later = next.reading, later < reading
    {
      notices.append("the control read is above \(phrase(next))")
    }
    return notices
  }
}
