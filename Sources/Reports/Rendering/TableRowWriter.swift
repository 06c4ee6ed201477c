import Accounts

/// Aligned columns for people. The first rows are held back to measure them; then rows stream.
final class TableRowWriter: RowWriter {
  /// Enough to find the usual widths, and few enough to hold in memory.
  static let measuredRows = 1000

  private let options: RenderingOptions
  private let output: OutputBuffer
  private let words: (String) -> Void
  private var columns: [ReportColumn] = []
  private var kinds: [ColumnType] = []
  private var natural: [Int] = []
  /// The widest cell of each column.
  private var widest: [Int] = []
  /// The columns that are shown.
  private var shown: [Int] = []
  private var layout: TableLayout?
  /// A line for each cell.
  private var isRecords = false
  private var cells = TableCells()
  private var rows = 0

  init(options: RenderingOptions, output: OutputBuffer, words: @escaping (String) -> Void) {
    self.options = options
    self.output = output
    self.words = words
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    kinds = columns.map(\.kind)
    widest = columns.map { _ in 0 }
    natural = columns.map {
      options.header ? TerminalText.width(TerminalText.sanitized($0.title)) : 0
    }
  }

  func text(_ bytes: CellBytes) { measure(cells.append(bytes)) }

  func integer(_ value: Int64) {
    measure(cells.append(sanitized: columns[cells.count % kinds.count].display(value)))
  }

  func null() { measure(cells.append(sanitized: "")) }

  func endRow() throws(OutputError) {
    assert(cells.count.isMultiple(of: kinds.count), "a row has a cell for each column")
    rows += 1
    if let layout {
      writeRows(layout)
    } else if rows == Self.measuredRows {
      writeMeasured(isAll: false)
    }
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    if layout == nil { writeMeasured(isAll: true) }
    // The note follows the table, even if both go to one terminal.
    try output.flush()
    if rows == 0 { words("(no rows)") }
    if let note { words(TerminalText.sanitized(note)) }
  }

  @inline(__always)
  private func measure(_ width: Int) {
    guard layout == nil else { return }
    let column = (cells.count - 1) % kinds.count
    natural[column] = max(natural[column], width)
    widest[column] = max(widest[column], width)
  }

  /// - Parameter isAll: whether no more rows follow, so that a column that is empty now stays empty.
  private func writeMeasured(isAll: Bool) {
    shown = Array(kinds.indices)
    if isAll, rows > 0, let width = options.width, TableLayout.width(natural) > width {
      shown = shown.filter { widest[$0] > 0 }
    }
    let content = ContentWidths(of: cells, natural: natural, columns: columns).only(shown)
    let layout = TableLayout(
      natural: shown.map { natural[$0] }, content: content, terminal: options.width)
    isRecords =
      switch options.layout {
      case .table: false
      case .records: true
      case .auto: !layout.isLegible
      }
    if options.header, !isRecords { writeHeader(layout) }
    writeRows(layout)
    self.layout = layout
  }

  private func writeHeader(_ layout: TableLayout) {
    var titles = TableCells()
    for column in columns { titles.append(sanitized: TerminalText.sanitized(column.title)) }
    if options.color { output.append("\u{1B}[1m") }
    writeRow(of: titles, at: 0, layout, isTitle: true)
    if options.color { output.append("\u{1B}[0m") }
    output.append(UInt8(ascii: "\n"))
    guard !options.color else { return }
    for (index, width) in layout.widths.enumerated() {
      if index > 0 { append(blanks: TableLayout.gap) }
      for _ in 0..<width { output.append(UInt8(ascii: "-")) }
    }
    output.append(UInt8(ascii: "\n"))
  }

  private func writeRows(_ layout: TableLayout) {
    for first in stride(from: 0, to: cells.count, by: max(kinds.count, 1)) {
      if isRecords {
        writeRecord(at: first)
      } else {
        writeRow(of: cells, at: first, layout)
        output.append(UInt8(ascii: "\n"))
      }
    }
    cells.removeAll()
  }

  /// Writes a record without its empty cells, and a blank line after it.
  private func writeRecord(at first: Int) {
    let titles = shown.map { TerminalText.sanitized(columns[$0].title) }
    let width = titles.map { TerminalText.width($0) }.max() ?? 0
    for (title, column) in zip(titles, shown) where cells.width(first + column) > 0 {
      if options.color { output.append("\u{1B}[1m") }
      output.append(title)
      if options.color { output.append("\u{1B}[0m") }
      append(blanks: width - TerminalText.width(title) + TableLayout.gap)
      writeValue(at: first + column, indent: width + TableLayout.gap)
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// A long text is wrapped at blanks; the terminal would wrap it inside words.
  private func writeValue(at index: Int, indent: Int) {
    let room = (options.width ?? .max) - indent
    guard cells.width(index) > room, room >= 16 else {
      cells.append(index, to: output)
      return output.append(UInt8(ascii: "\n"))
    }
    for (number, line) in TerminalText.wrapped(cells.text(index), to: room).enumerated() {
      if number > 0 { append(blanks: indent) }
      output.append(line + "\n")
    }
  }

  /// Blanks are written only when something follows them, so that no line ends with one. Titles are cut even in
  /// columns whose cells are not.
  private func writeRow(
    of cells: TableCells, at first: Int, _ layout: TableLayout, isTitle: Bool = false
  ) {
    var slack = layout.slack
    var blanks = 0
    for (column, limit) in zip(shown, layout.widths) {
      let width = cells.width(first + column)
      let mayBeCut = isTitle || (kinds[column] == .text && !columns[column].isWhole)
      let isCut = mayBeCut && width - limit > slack
      let taken = isCut ? limit + slack : width
      slack -= max(0, min(slack, taken - limit))
      let padding = max(0, limit - taken)
      if kinds[column].isNumber { blanks += padding }
      if width > 0 {
        append(blanks: blanks)
        blanks = 0
        if isCut {
          cells.append(first + column, cutTo: taken, isUnicode: options.isUnicode, to: output)
        } else {
          cells.append(first + column, to: output)
        }
      }
      if !kinds[column].isNumber { blanks += padding }
      blanks += TableLayout.gap
    }
  }

  private func append(blanks: Int) {
    for _ in 0..<blanks { output.append(UInt8(ascii: " ")) }
  }
}
