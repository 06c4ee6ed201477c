import Engines
import Values

extension JournalLine {
  /// The columns that an update wrote, or those that another line tells of.
  var written: [ColumnInfo] {
    get throws { try cells(after, in: try table()).map(\.0) }
  }

  func writes(_ columns: [ColumnInfo]) throws -> Bool {
    try action != .update
      || written.contains { column in columns.contains { $0.index == column.index } }
  }
}

/// An update is taken back field by field: what later changes wrote into the row's other fields stays.
extension Undo {
  /// The row, in which every field that the line wrote is as the line left it.
  func unwritten(_ current: [Datum]?, _ line: JournalLine, in table: Table) throws -> [Datum] {
    guard let current else { throw try moved(line, "no longer exists") }
    if rowDigest(current) == line.digest { return current }
    let cells = try line.cells(line.after, in: table)
    let moved = try cells.filter { !FinalBill.isMark($0.0, of: table) }.filter { column, left in
      column.type == .secret
        // The journal does not keep what it was.
        ? try line.latest(on: connection) { try $0.writes([column]) } != nil
        : current[column.index] != left
    }.map(\.0)
    guard moved.isEmpty else { throw try self.moved(line, "was changed", from: current, in: moved) }
    return current
  }
}
