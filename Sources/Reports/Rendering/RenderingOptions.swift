/// What the user may choose about it, whatever its format.
package struct RenderingOptions: Sendable, Equatable {
  /// A line of column names, where the format has one.
  package var header: Bool
  /// A text cell that a spreadsheet would run gets a leading `'` in CSV and TSV.
  package var escapeFormulas: Bool
  /// Columns of the terminal; nil is no terminal, and then nothing is cut or wrapped.
  package var width: Int?
  package var color: Bool
  /// Layout of a table that is wider than the terminal.
  package var layout = TableStyle.table
  /// CSV and TSV begin with UTF-8's byte order mark, by which spreadsheets know the encoding.
  package var byteOrderMark = false
  /// What is shown, for formats that have a title.
  package var title = ""
  /// The command that the rows answer, for formats that have room for it; empty is not told.
  package var command = ""
  /// The day of that.
  package var asOf = ""
  /// The terminal's character set has more than ASCII.
  package var isUnicode = true
  /// Between the cells of CSV.
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
  /// A line each, cut on a terminal.
  case table
  /// A line for each cell.
  case records
  /// A table where it fits the terminal, and records where it does not.
  case auto
}
