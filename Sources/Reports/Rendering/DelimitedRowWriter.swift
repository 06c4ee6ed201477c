import Accounts

/// CSV and TSV: a header of field names, then a line for each row.
final class DelimitedRowWriter: RowWriter {
  /// What divides cells, and so how a cell is kept in one piece.
  enum Dialect {
    /// RFC 4180 with LF: quotes where needed; null is empty, an empty text is `""`.
    case csv
    /// Tabs; a tab, line end or backslash in a cell is `\t`, `\n`, `\r`, `\\`.
    case tsv
  }

  private let output: OutputBuffer
  private let dialect: Dialect
  private let delimiter: CSVDelimiter
  private let options: RenderingOptions
  private var kinds: [ColumnType] = []
  private var column = 0

  init(_ dialect: Dialect, options: RenderingOptions, output: OutputBuffer) {
    self.dialect = dialect
    self.options = options
    self.output = output
    delimiter = dialect == .csv ? options.delimiter : .tab
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    kinds = columns.map(\.kind)
    if options.byteOrderMark { output.append("\u{FEFF}") }
    guard options.header else { return }
    for column in columns { text(column.name) }
    try endRow()
  }

  func text(_ bytes: CellBytes) {
    nextCell()
    switch dialect {
    case .csv:
      CSVCells.append(
        text: bytes, delimiter: delimiter, escapeFormulas: options.escapeFormulas, to: output)
    case .tsv:
      TSVCells.append(text: bytes, escapeFormulas: options.escapeFormulas, to: output)
    }
  }

  func integer(_ value: Int64) { integer(value, as: kinds[column]) }

  @inline(__always)
  func integer(_ value: Int64, as kind: ColumnType) {
    nextCell()
    output.append(value, as: kind)
  }

  func number(_ digits: CellBytes) {
    nextCell()
    output.append(digits)
  }

  func null() {
    nextCell()
    // A lone null would be a blank line, which readers of CSV take for no row at all.
    if kinds.count == 1, dialect == .csv { output.append("\"\"" as StaticString) }
  }

  func endRow() throws(OutputError) {
    assert(column == kinds.count, "a row has a cell for each column")
    column = 0
    output.append(UInt8(ascii: "\n"))
    try output.check()
  }

  func finish(note: String?) throws(OutputError) { try output.flush() }

  @inline(__always)
  private func nextCell() {
    if column > 0 { output.append(delimiter.rawValue) }
    column &+= 1
  }
}
