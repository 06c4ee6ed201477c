/// How output is rendered, in any format.
package struct RenderingOptions: Sendable, Equatable {
  /// A line of column names, where the format has one.
  package var header: Bool
  /// A text cell that a spreadsheet would run gets a leading `'` in CSV and TSV.
  package var escapeFormulas: Bool
  /// The terminal's width in columns; nil if the output is not a terminal, where nothing is cut or wrapped.
  package var width: Int?
  package var color: Bool
  /// Layout of a table that is wider than the terminal.
  package var layout = TableStyle.table
  /// Whether CSV and TSV begin with a UTF-8 byte order mark, which tells spreadsheets the encoding.
  package var byteOrderMark = false
  /// The title, for formats that have one.
  package var title = ""
  /// The command that gave the rows, for formats that show it; empty if it is not shown.
  package var command = ""
  /// The day for which the command shows data.
  package var asOf = ""
  /// Whether the terminal can show characters besides ASCII.
  package var isUnicode = true
  /// The delimiter between the cells of CSV.
  package var delimiter = CSVDelimiter.comma

  package init(
    header: Bool = true, escapeFormulas: Bool = true, width: Int? = nil, color: Bool = false
  ) {
    self.header = header
    self.escapeFormulas = escapeFormulas
    self.width = width
    self.color = color
  }
}

/// Row layout of a table.
package enum TableStyle: String, CaseIterable, Sendable {
  /// A line for each row, cut to the terminal's width.
  case table
  /// A line for each cell.
  case records
  /// A table if it fits the terminal, else records.
  case auto
}
