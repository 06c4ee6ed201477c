package import Engines
package import Values

/// One meter's reads in one service; each measures the usage since the previous one.
package struct Chain {
  package let meter: Row<Meter>
  let install: Row<MeterInstall>
  package let installs: [Row<MeterInstall>]
  package let from: CivilDate
  package let to: CivilDate?
  package let dial: Dial

  package init(
    _ meter: Row<Meter>, _ install: Row<MeterInstall>, among installs: [Row<MeterInstall>]
  ) {
    self.meter = meter
    self.install = install
    self.installs = installs
    from = install.fromOn
    to = install.toOn
    dial = Dial(meter)
  }

  /// Whether a read was taken in this chain's service.
  package func owns(_ read: ChainRead) -> Bool {
    let day = read.on
    if from < day, to.map({ day < $0 }) ?? true { return true }
    guard from <= day, to.map({ day <= $0 }) ?? true else { return false }
    let owner = MeterInstall.owner(of: read.reason, on: day, among: installs)
    return owner?[MeterInstall.id] == install[MeterInstall.id]
  }

  /// Whether a read counts here; a control read only checks.
  package func counts(_ read: ChainRead) -> Bool {
    read.state == .current && read.reason != .control && owns(read)
  }

  /// Whether usage before a read does not count towards it.
  package func starts(_ read: ChainRead) -> Bool {
    read.reason == .initial || (read.reason == .exchange && read.on == from)
  }

  package func link(_ read: ChainRead, after state: ChainState) -> ChainLink {
    let before = starts(read) ? nil : state.position
    var link = ChainLink(read: read, before: state, after: state)
    link.after.on = read.on
    link.after.isSure = read.kind == .actual || read.kind == .verified
    if let reading = read.reading {
      let position = dial.position(reading)
      link.after.position = position
      if let before {
        link.measure(from: before, to: position, dial)
      } else {
        link.usage = read.consumption.map { $0.units }
      }
    } else {
      link.usage = read.consumption.map { $0.units }
      link.after.position = before.flatMap { position in
        read.consumption.map { dial.advanced(position, by: $0) }
      }
    }
    link.from = read.from ?? state.on ?? from
    return link
  }

  package func state(after reads: ArraySlice<ChainRead>) -> ChainState {
    var state = ChainState()
    for read in reads { state = link(read, after: state).after }
    return state
  }

  package func consumption(of reads: [ChainRead]) -> [Row<Consumption>] {
    var rows: [Row<Consumption>] = []
    var state = ChainState()
    for read in reads {
      let link = link(read, after: state)
      state = link.after
      if let row = row(link) { rows.append(row) }
    }
    return rows
  }

  /// Nil if the read is the first one, or falls on the period's first day.
  package func row(_ link: ChainLink) -> Row<Consumption>? {
    guard let usage = link.usage, link.from < link.read.on else { return nil }
    var row = Row<Consumption>()
    row[Consumption.service] = install[MeterInstall.service]
    row[Consumption.toOn] = link.read.on
    row[Consumption.meter] = meter[Meter.meter]
    row[Consumption.fromOn] = link.from
    row[Consumption.days] = link.read.on - link.from
    row[Consumption.quantity] = Quantity(units: usage)
    row[Consumption.unit] = meter[Meter.unit]
    row[Consumption.isEstimated] = link.read.kind.isEstimate
    row[Consumption.readNumber] = link.read.number
    return row
  }
}

/// The state of a chain after a read.
package struct ChainState {
  package var on: CivilDate?
  /// The register's; nil before the first reading.
  package var position: Int64?
  /// Whether staff or a radio took the read: it is neither an estimate nor from the customer.
  var isSure = false

  package init() {}
}

/// A read and the one before it.
package struct ChainLink {
  package enum Turn {
    case forward, rolled, backward
  }

  package let read: ChainRead
  package let before: ChainState
  package var after: ChainState
  /// First day of the period that the read closes.
  package var from = CivilDate(daysSince1970: 0)
  /// In thousandths; nil if no earlier read exists.
  package var usage: Int64?
  package var turn = Turn.forward
  var canHaveRolled = false

  init(read: ChainRead, before: ChainState, after: ChainState) {
    self.read = read
    self.before = before
    self.after = after
  }

  /// Whether it contradicts an earlier read.
  package var isContradiction: Bool { turn == .backward || (turn == .rolled && !canHaveRolled) }

  mutating func measure(from previous: Int64, to position: Int64, _ dial: Dial) {
    var difference = position - previous
    if difference < 0 {
      turn = dial.turn == nil ? .backward : .rolled
      difference += dial.turn ?? 0
      canHaveRolled = before.isSure && dial.canRoll(from: previous, to: position)
    }
    usage = dial.usage(difference)
  }
}
