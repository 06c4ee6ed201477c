import Accounts
import Reports

/// A whole line in quotes, which makes it one cell: so a spreadsheet saves a file that it opened as a single
/// column.
struct QuotedLine {
  let cells: [String]

  /// Nil if the row is not one quoted cell with several values in it.
  init?(_ row: CSVRow) {
    guard row.count > 0, row.wasQuoted(0), row.isBlank(from: 1) else { return nil }
    let text = row.text(0)
    let split = CSVDelimiter.allCases.lazy.map { delimiter in
      text.split(separator: delimiter.character, omittingEmptySubsequences: false)
    }
    guard let cells = split.first(where: { $0.count > 1 }) else { return nil }
    self.cells = cells.map { CellBlanks.trimmed(String($0)) }
  }

  static let found = "the whole line in quotes, as one cell"
  static let remedy =
    "a spreadsheet opened the file as a single column and saved it that way; use the original file, or "
    + "remove the quotes around each line"
}
