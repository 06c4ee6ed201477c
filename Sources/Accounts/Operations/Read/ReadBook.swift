/// Reads and the consumption that follows from them.
extension Books {
  /// Records a read and recomputes the consumption around it.
  @discardableResult
  func record(_ read: NewRead) throws(Stop) -> ReadOutcome {
    let serial = read.meter[Meter.meter]
    let sameDay = try rows(Read.onDay, serial, read.on)
    var row = Row<Read>()
    row[Read.meter] = serial
    row[Read.readOn] = read.on
    row[Read.number] = (sameDay.last?[Read.number] ?? 0) + 1
    row[Read.reading] = read.reading
    row[Read.consumption] = read.consumption
    row[Read.fromOn] = read.from
    row[Read.kind] = read.kind
    row[Read.reason] = read.reason
    row[Read.source] = read.source
    row[Read.state] = .current
    insert(row)
    return .recorded([])
  }
}
