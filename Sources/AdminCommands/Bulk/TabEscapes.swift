import Accounts
import Reports

/// Cells of a file with tabs between its columns that look as `-O tsv` writes a tab, a line end or a backslash.
/// Read as they stand, they would be another text.
enum TabEscapes {
  /// Why a row cannot be taken as it is; nil if it can.
  static func rejection(of row: CSVRow, _ header: BulkHeader) -> Rejection? {
    guard header.delimiter == .tab, row.raw.contains(backslash) else { return nil }
    for column in 0..<row.count where header.fields.indices.contains(column) {
      let cell = row.cell(column)
      // That output has no quotes.
      guard header.fields[column] != nil, !row.wasQuoted(column), isEscaped(cell) else { continue }
      return Rejection(
        .unusual, field: header.names[column], found: CellBlanks.shown(cell),
        expected: "a cell without \\t, \\n, \\r and \\\\, as -O tsv writes tabs and line ends",
        remedy: "if -O tsv wrote the file, export it again with `--csv --delimiter tab`; if the "
          + "cell is right as it is, add `--accept unusual`")
    }
    return nil
  }

  private static let backslash = UInt8(ascii: "\\")

  /// Whether it has a backslash, and each of them is followed by what that output puts there.
  private static func isEscaped(_ cell: CellBytes) -> Bool {
    var index = 0
    var isFound = false
    while index < cell.count {
      guard cell[index] == backslash else {
        index += 1
        continue
      }
      guard index + 1 < cell.count, "tnr\\".utf8.contains(cell[index + 1]) else { return false }
      isFound = true
      index += 2
    }
    return isFound
  }
}
