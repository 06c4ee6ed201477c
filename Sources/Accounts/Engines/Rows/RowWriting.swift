import Values

extension RowChange {
  /// The columns that an update changes, as bits by position.
  package var changedColumns: UInt64 {
    guard let before, let after else { return 0 }
    var mask: UInt64 = 0
    for index in after.indices where before[index] != after[index] { mask |= 1 << UInt64(index) }
    return mask
  }
}

extension Connection {
  /// Writes one row.
  package func write(_ change: RowChange) throws(StoreError) {
    guard let (statement, arguments) = change.statement else { return }
    try run(statement, arguments)
  }

  package func write(
    _ lines: EncodedLines, of change: Int64, after number: Int64
  ) throws(StoreError) {
    for row in lines.rows(of: change, after: number) { try write(row) }
  }
}

extension RowChange {
  /// What writes the row alone.
  var statement: (Statement, [Datum])? {
    switch (before, after) {
    case (nil, let after?): return (table.insert, after)
    case (let before?, let after?):
      let mask = changedColumns
      var arguments: [Datum] = []
      arguments.reserveCapacity(mask.nonzeroBitCount + table.keyCount)
      for index in after.indices where mask & (1 << UInt64(index)) != 0 {
        arguments.append(after[index])
      }
      arguments.append(contentsOf: before[0..<table.keyCount])
      return (table.update(mask: mask), arguments)
    case (let before?, nil): return (table.delete, Array(before[0..<table.keyCount]))
    case (nil, nil): return nil
    }
  }
}
