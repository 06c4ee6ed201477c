import Accounts

/// Bars for people: a line for each row, as long as its first quantity, amount or number.
struct PlotRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    PlotRowWriter(options: options, output: output)
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
  /// More bars nobody reads; memory does not grow with the rows.
  static let drawnRows = 1000

  private struct Bar {
    let label: String
    let value: Int64
    let unit: String
    let shown: String
  }

  private let options: RenderingOptions
  private let output: OutputBuffer
  private var columns: [ReportColumn] = []
  private var measured: Int?
  private var unitColumn: Int?
  private var unit = ""
  private var labels: [String] = []
  private var value: Int64?
  private var column = 0
  private var bars: [Bar] = []
  private var left = 0

  init(options: RenderingOptions, output: OutputBuffer) {
    self.options = options
    self.output = output
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    measured =
      columns.firstIndex { $0.kind == .quantity || $0.kind == .money }
      ?? columns.firstIndex { $0.kind == .integer }
    unitColumn = BarScale.unitColumn(columns, measured: measured)
  }

  func text(_ bytes: CellBytes) {
    let text = TerminalText.sanitized(bytes)
    labels.append(text)
    if column == unitColumn { unit = text }
    column += 1
  }

  func integer(_ value: Int64) {
    if column == measured {
      self.value = value
    } else if measured.map({ column < $0 }) ?? true {
      labels.append(columns[column].display(value))
    }
    column += 1
  }

  func null() { column += 1 }

  func endRow() throws(OutputError) {
    let value = value ?? 0
    if bars.count < Self.drawnRows {
      let shown = measured.map { columns[$0].display(value) } ?? ""
      bars.append(
        Bar(label: labels.joined(separator: " "), value: value, unit: unit, shown: shown))
    } else {
      left += 1
    }
    labels = []
    unit = ""
    self.value = nil
    column = 0
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    let scale = BarScale(bars.map { ($0.unit, $0.value) })
    let labelWidth = bars.map { TerminalText.width($0.label) }.max() ?? 0
    let shownWidth = bars.map { $0.shown.utf8.count }.max() ?? 0
    let room = max(10, (options.width ?? 80) - labelWidth - shownWidth - 4)
    if options.header, let measured { output.append(columns[measured].title + "\n") }
    for bar in bars {
      append(bar.label, to: labelWidth, fromRight: false)
      output.append("  ")
      append(bar.shown, to: shownWidth, fromRight: true)
      let drawn = Self.bar(
        scale.share(bar.value, bar.unit) * Double(room), isBelowZero: bar.value < 0,
        isUnicode: options.isUnicode)
      output.append(drawn.isEmpty ? "\n" : "  " + drawn + "\n")
    }
    if let note = scale.note { output.append(note + "\n") }
    if left > 0 { output.append("… \(left) more rows\n") }
    try output.flush()
  }

  private func append(_ text: String, to width: Int, fromRight: Bool) {
    let blanks = String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    output.append(fromRight ? blanks + text : text + blanks)
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
