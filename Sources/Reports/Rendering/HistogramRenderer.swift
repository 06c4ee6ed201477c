import Accounts

/// How many rows have which values: a bar for each range of the first quantity, amount or number, and apart for
/// each unit.
struct HistogramRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    HistogramRowWriter(options: options, output: output, words: words)
  }

  /// A page has no rows to count.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    try TableRenderer().write(page, options, to: output)
  }
}

/// Counts the values of the rows, in memory that does not grow with them.
final class HistogramRowWriter: RowWriter {
  private let options: RenderingOptions
  private let output: OutputBuffer
  private let words: (String) -> Void
  private var measured: (index: Int, column: ReportColumn)?
  private var unitColumn: Int?
  private var unit = ""
  private var value: Int64?
  private var column = 0
  private var counts: [String: ValueCounts] = [:]
  private var without = 0

  init(options: RenderingOptions, output: OutputBuffer, words: @escaping (String) -> Void) {
    self.options = options
    self.output = output
    self.words = words
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    measured = BarScale.measuredColumn(columns).map { ($0, columns[$0]) }
    unitColumn = BarScale.unitColumn(columns, measured: measured?.index)
  }

  func text(_ bytes: CellBytes) {
    if column == unitColumn { unit = TerminalText.sanitized(bytes) }
    column += 1
  }

  func integer(_ value: Int64) {
    if column == measured?.index { self.value = value }
    column += 1
  }

  func null() { column += 1 }

  func endRow() throws(OutputError) {
    if let value { counts[unit, default: ValueCounts()].add(value) } else { without += 1 }
    unit = ""
    value = nil
    column = 0
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    if let column = measured?.column {
      for (unit, counts) in counts.sorted(by: { $0.key < $1.key }) {
        write(counts.ranges, of: column, unit)
      }
      if without > 0 {
        let rows = ColumnType.count(Int64(without)) + (without == 1 ? " row" : " rows")
        output.append("no \(column.title.lowercased()): \(rows)\n")
      }
    }
    if measured == nil {
      words("(no field with numbers to count rows by)")
    } else if counts.isEmpty, without == 0 {
      words("(no rows)")
    }
    try output.flush()
  }

  private func write(_ ranges: [ValueCounts.Range], of column: ReportColumn, _ unit: String) {
    let most = Double(ranges.map(\.count).max() ?? 1)
    var lines = ranges.map {
      (
        cells: [
          $0.from.map(column.display) ?? "", $0.below.map(column.display) ?? "",
          ColumnType.count(Int64($0.count)),
        ], share: Double($0.count) / most
      )
    }
    if options.header {
      output.append(column.title + (unit.isEmpty ? "" : ", \(unit)") + "\n")
      lines.insert((["from", "below", "rows"], 0), at: 0)
    }
    let widths = (0..<3).map { place in lines.map { $0.cells[place].utf8.count }.max() ?? 0 }
    let room = Double(max(10, (options.width ?? 80) - widths.reduce(0, +) - 8))
    for line in lines {
      let cells = zip(line.cells, widths).map { cell, width in
        String(repeating: " ", count: width - cell.utf8.count) + cell
      }
      let bar = PlotRowWriter.bar(line.share * room, isUnicode: options.isUnicode)
      output.append((cells + (bar.isEmpty ? [] : [bar])).joined(separator: "  ") + "\n")
    }
  }
}
