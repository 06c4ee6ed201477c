package import Engines
package import Values

/// A read with its cells already parsed, because rules look at them many times.
package struct ChainRead: Equatable {
  package let row: Row<Read>
  package let on: CivilDate
  package let number: Int64
  package let reading: Quantity?
  package let consumption: Quantity?
  /// First day of the stated consumption.
  package let from: CivilDate?
  package let kind: ReadKind
  package let reason: ReadReason
  package let state: ReadState

  package init(_ row: Row<Read>) {
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

  package func precedes(_ other: ChainRead) -> Bool {
    on == other.on ? number < other.number : on < other.on
  }

  package static func == (left: ChainRead, right: ChainRead) -> Bool {
    left.on == right.on && left.number == right.number && left.row == right.row
  }
}

extension Row<Read> {
  package func with(_ state: ReadState) -> Row<Read> {
    var row = self
    row[Read.state] = state
    return row
  }
}
