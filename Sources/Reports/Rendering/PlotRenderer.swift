import Accounts

/// Bars for people: a line for each row, as long as its first quantity, amount or number that is not empty in all
/// rows. Rows of things by month, quarter or year are a line of small bars for each thing.
struct PlotRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    PlotRowWriter(options: options, output: output, words: words)
  }

  /// A page is drawn as people read it: its charts are there already.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    try TableRenderer().write(page, options, to: output)
  }
}

/// Holds rows back until all are there, as the longest bar is measured by the largest value.
final class PlotRowWriter: RowWriter {
  /// The most bars that are drawn, so that memory does not grow with the rows.
  static let drawnRows = 1000

  private struct Bar {
    let label: String
    /// Nil is not known: it is no zero.
    let value: Int64?
    let unit: String
    let shown: String
  }

  /// One that is drawn when all are there.
  private struct Row {
    let label: String
    let values: [Int64?]
    let units: [String]
  }

  private let options: RenderingOptions
  private let output: OutputBuffer
  private let words: (String) -> Void
  private var hasRows = false
  private var columns: [ReportColumn] = []
  private var cells = MeasuredCells()
  private var labels: [String] = []
  private var column = 0
  private var rows: [Row] = []
  private var left = 0
  /// The column of months, quarters or years, where rows have other words, too.
  private var periodColumn: Int?
  private var period = ""
  /// Of each column that can be drawn.
  private var lines: [Sparklines] = []

  init(options: RenderingOptions, output: OutputBuffer, words: @escaping (String) -> Void) {
    self.options = options
    self.output = output
    self.words = words
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    cells = MeasuredCells(columns, at: BarScale.measuredColumns(columns))
    periodColumn = Sparklines.periodColumn(columns, before: cells.places.first)
    lines = cells.places.map { _ in Sparklines() }
  }

  func text(_ bytes: CellBytes) {
    let text = TerminalText.sanitized(bytes)
    if column == periodColumn { period = text } else { labels.append(text) }
    cells.take(text, at: column)
    column += 1
  }

  func integer(_ value: Int64) {
    cells.take(value, at: column)
    if periodColumn == nil, cells.places.first.map({ column < $0 }) ?? true {
      labels.append(columns[column].display(value))
    }
    column += 1
  }

  func null() { column += 1 }

  func endRow() throws(OutputError) {
    let label = labels.joined(separator: " ")
    if periodColumn != nil {
      for number in cells.candidates {
        lines[number].add(cells.values[number], in: period, of: label)
      }
    } else if rows.count < Self.drawnRows {
      rows.append(Row(label: label, values: cells.values, units: cells.units))
    } else {
      left += 1
    }
    labels = []
    period = ""
    hasRows = true
    cells.endRow()
    column = 0
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    if !hasRows {
      words("(no rows)")
    } else if let chosen = cells.chosen, let periodColumn {
      lines[chosen].write(
        columns[cells.places[chosen]], by: columns[periodColumn].title, options, to: output)
    } else {
      writeBars()
      if cells.chosen == nil { words("(no field with numbers to draw)") }
    }
    try output.flush()
  }

  private var bars: [Bar] {
    guard let chosen = cells.chosen else {
      return rows.map { Bar(label: $0.label, value: nil, unit: "", shown: "") }
    }
    let column = columns[cells.places[chosen]]
    return rows.map { row in
      let value = row.values[chosen]
      return Bar(
        label: row.label, value: value, unit: row.units[chosen],
        shown: value.map(column.display) ?? "")
    }
  }

  private func writeBars() {
    let bars = bars
    let scale = BarScale(bars.map { ($0.unit, $0.value ?? 0) })
    let shownWidth = bars.map { $0.shown.utf8.count }.max() ?? 0
    let labelWidth = BarScale.labelWidth(bars.map(\.label), beside: shownWidth, options)
    let room = max(BarScale.leastRoom, (options.width ?? 80) - labelWidth - shownWidth - 4)
    if options.header, let chosen = cells.chosen {
      output.append(columns[cells.places[chosen]].title + "\n")
    }
    for bar in bars {
      let label = TerminalText.cut(bar.label, to: labelWidth, isUnicode: options.isUnicode)
      guard let value = bar.value else {
        output.append(label + "\n")
        continue
      }
      output.append(label, padded: labelWidth)
      output.append("  ")
      output.append(bar.shown, padded: shownWidth, fromRight: true)
      let drawn = Self.bar(
        scale.share(value, bar.unit) * Double(room), isBelowZero: value < 0,
        isUnicode: options.isUnicode)
      output.append(drawn.isEmpty ? "\n" : "  " + drawn + "\n")
    }
    if let note = scale.note { output.append(note + "\n") }
    if left > 0 {
      output.append(
        "\(TerminalText.ellipsis(isUnicode: options.isUnicode)) \(left) more rows\n")
    }
  }

  /// Eighths of a cell where the terminal has them; what is below zero has another pattern.
  static func bar(_ cells: Double, isBelowZero: Bool = false, isUnicode: Bool) -> String {
    guard cells > 0 else { return "" }
    let whole = max(1, Int(cells.rounded()))
    guard !isBelowZero else { return String(repeating: isUnicode ? "░" : "-", count: whole) }
    guard isUnicode else { return String(repeating: "#", count: whole) }
    let eighths = max(1, Int((cells * 8).rounded()))
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8)
      + (rest == 0 ? "" : String("▏▎▍▌▋▊▉".map { $0 }[rest - 1]))
  }
}

extension OutputBuffer {
  /// A text with blanks behind it, or before it, up to a width.
  func append(_ text: String, padded width: Int, fromRight: Bool = false) {
    let blanks = String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    append(fromRight ? blanks + text : text + blanks)
  }
}
