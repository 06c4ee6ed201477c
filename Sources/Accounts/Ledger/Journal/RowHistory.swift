import Engines
import Values

/// What the journal has about one row, and whether the row was at each change as the change before it left it.
struct RowHistory {
  let table: Table
  /// In the order in which they were written.
  let lines: [RowLine]
  /// Whether the row may be older than the journal.
  let isOlder: Bool

  /// Where somebody wrote the row outside the journal before a later change wrote it; nil if nowhere, or if that
  /// cannot be told, as the journal does not have secrets.
  /// - Parameter row: as the last line left it.
  func fault(endingIn row: [Datum]?) -> String? {
    var row = row
    for (index, line) in lines.enumerated().reversed() {
      switch line.action {
      case .insert: row = nil
      case .update:
        guard let known = row, let before = rewritten(known, by: line) else { return nil }
        row = before
      case .delete:
        let empty = [Datum](repeating: .null, count: table.columns.count)
        guard let before = rewritten(empty, by: line) else { return nil }
        row = before
      }
      guard index > 0 else {
        return row == nil || isOlder
          ? nil : "it was there when change \(line.change) wrote it, though no change added it"
      }
      if let fault = lines[index - 1].fault(row) {
        return "\(fault), already before change \(line.change) wrote it"
      }
    }
    return nil
  }

  /// The row with the cells that a line found there.
  private func rewritten(_ row: [Datum], by line: RowLine) -> [Datum]? {
    guard let cells = RowCells.parse(line.before) else { return nil }
    var row = row
    for (name, value) in cells {
      guard let column = table.columns.first(where: { $0.name == name }), column.type != .secret
      else { return nil }
      row[column.index] = value
    }
    return row
  }
}

/// A line of the journal, in the order of the rows that the lines describe.
struct RowLine {
  static let all = Statement(
    """
    SELECT table_name, row_key, change, action, digest, before FROM change_row \
    ORDER BY table_name, row_key, change, number
    """)

  let table: String
  let key: String
  let change: Int64
  let action: RowChange.Action
  let digest: String
  let before: String

  init(_ row: any BorrowedRow) {
    func text(_ index: Int) -> String {
      row.isNull(index) ? "" : String(decoding: row.text(index), as: UTF8.self)
    }
    table = text(0)
    key = text(1)
    change = row.integer(2)
    action = RowChange.Action(rawValue: text(3)) ?? .update
    digest = text(4)
    before = text(5)
  }

  func isOfSameRow(as other: RowLine) -> Bool { table == other.table && key == other.key }

  /// What is wrong with the row as it is; nil if nothing is.
  func fault(_ row: [Datum]?) -> String? {
    let isRemoval = action == .delete
    guard let row else {
      return isRemoval ? nil : "it is missing, although change \(change) left it in place"
    }
    if isRemoval { return "it exists, although change \(change) removed it" }
    return rowDigest(row) == digest ? nil : "it differs from what change \(change) left"
  }
}
