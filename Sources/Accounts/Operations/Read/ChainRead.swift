/// A read with its cells already parsed, because rules look at them many times.
struct ChainRead: Equatable {
  let row: Row<Read>
  let on: CivilDate
  let number: Int64
  let reading: Quantity?
  let consumption: Quantity?
  /// First day of the stated consumption.
  let from: CivilDate?
  let kind: ReadKind
  let reason: ReadReason
  let state: ReadState

  init(_ row: Row<Read>) {
    self.row = row
    on = row[Read.readOn]
    number = row[Read.number]
    reading = row[Read.reading]
    consumption = row[Read.consumption]
    from = row[Read.fromOn]
    kind = row[Read.kind]
    reason = row[Read.reason]
    state = row[Read.state]
  }

  func precedes(_ other: ChainRead) -> Bool {
    on == other.on ? number < other.number : on < other.on
  }

  static func == (left: ChainRead, right: ChainRead) -> Bool {
    left.on == right.on && left.number == right.number && left.row == right.row
  }
}

extension Row<Read> {
  func with(_ state: ReadState) -> Row<Read> {
    var row = self
    row[Read.state] = state
    return row
  }
}
