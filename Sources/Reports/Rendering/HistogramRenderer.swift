import Accounts

/// How many rows have which values: a bar for each range of the first quantity, amount or number that is not empty
/// in all rows, and apart for each unit.
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
  private var columns: [ReportColumn] = []
  private var cells = MeasuredCells()
  private var column = 0
  private var rows = 0
  /// Of each column that can be drawn, by unit.
  private var counts: [[String: ValueCounts]] = []
  /// The rows with a value in each.
  private var filled: [Int] = []

  init(options: RenderingOptions, output: OutputBuffer, words: @escaping (String) -> Void) {
    self.options = options
    self.output = output
    self.words = words
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    cells = MeasuredCells(columns, at: BarScale.measuredColumns(columns))
    counts = cells.places.map { _ in [:] }
    filled = cells.places.map { _ in 0 }
  }

  func text(_ bytes: CellBytes) {
    cells.take(TerminalText.sanitized(bytes), at: column)
    column += 1
  }

  func integer(_ value: Int64) {
    cells.take(value, at: column)
    column += 1
  }

  func null() { column += 1 }

  func endRow() throws(OutputError) {
    for number in cells.candidates {
      guard let value = cells.values[number] else { continue }
      counts[number][cells.units[number], default: ValueCounts()].add(value)
      filled[number] += 1
    }
    rows += 1
    cells.endRow()
    column = 0
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    if let chosen = cells.chosen {
      let column = columns[cells.places[chosen]]
      for (unit, counts) in counts[chosen].sorted(by: { $0.key < $1.key }) {
        write(counts.ranges, of: column, unit)
      }
      let without = rows - filled[chosen]
      if without > 0 {
        let rows = ColumnType.count(Int64(without)) + (without == 1 ? " row" : " rows")
        output.append("no \(column.title.lowercased()): \(rows)\n")
      }
    }
    if cells.chosen == nil {
      words("(no field with numbers to count rows by)")
    } else if rows == 0 {
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
