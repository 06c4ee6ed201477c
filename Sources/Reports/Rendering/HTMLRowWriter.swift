import Accounts

/// A table that a reader can sort, and under it the first rows as bars. Rows stream.
final class HTMLRowWriter: RowWriter {
  /// Rows that are drawn.
  private static let drawnRows = 40
  /// In pixels.
  private static let longestBar = 400
  /// A longer text has more than one line.
  private static let lineLength = 48

  private let options: RenderingOptions
  private let output: OutputBuffer
  /// Of a table within a page; nil makes a separate page.
  private let caption: String?
  private var columns: [ReportColumn] = []
  private var column = 0
  private var cells = MeasuredCells()
  private var label = ""
  /// Of each column that can be drawn.
  private var bars: [[(label: String, value: Int64, unit: String)]] = []

  init(options: RenderingOptions, output: OutputBuffer, caption: String? = nil) {
    self.options = options
    self.output = output
    self.caption = caption
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    cells = MeasuredCells(columns, at: BarScale.amountColumns(columns))
    bars = cells.places.map { _ in [] }
    if caption == nil {
      HTMLText.begin(title: options.title, to: output)
      if !options.command.isEmpty {
        let line = HTMLText.escaped("\(options.command) (as of \(options.asOf))")
        output.append("<p class=\"c\">\(line)</p>\n")
      }
    }
    let name = HTMLText.escaped(caption ?? options.title)
    // What is wider than the window is moved by the keyboard, too.
    output.append(
      "<div class=\"s\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\">\n<table>\n")
    if !name.isEmpty {
      // A page's heading says it already.
      output.append("<caption\(caption == nil ? " class=\"h\"" : "")>\(name)</caption>\n")
    }
    output.append("<thead><tr>")
    for column in columns {
      output.append(column.kind.isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
      output.append("<button type=\"button\">\(HTMLText.escaped(column.title))</button></th>")
    }
    output.append("</tr></thead>\n<tbody>\n")
  }

  func text(_ bytes: CellBytes) {
    let text = String(decoding: bytes, as: UTF8.self)
    addToLabel(text)
    cells.take(text, at: column)
    cell(HTMLText.escaped(text), wraps: text.utf8.count > Self.lineLength)
  }

  func integer(_ value: Int64) {
    let kind = columns[column].kind
    cells.take(value, at: column)
    if columns[column].isPlace { addToLabel(columns[column].display(value)) }
    if kind.isNumber {
      lead("<td class=\"n\" data-v=\"\(value)\">")
      output.append(columns[column].display(value) + "</td>")
      column += 1
    } else {
      cell(kind.display(value))
    }
  }

  func null() {
    if columns[column].kind.isNumber {
      lead("<td class=\"n\" data-v=\"\"></td>")
      column += 1
    } else {
      cell("")
    }
  }

  private func addToLabel(_ text: String) {
    if label.isEmpty { label = text } else { label += " " + text }
  }

  private func cell(_ html: String, wraps: Bool = false) {
    lead(wraps ? "<td class=\"w\">" : "<td>")
    output.append(html)
    output.append("</td>")
    column += 1
  }

  private func lead(_ tag: String) { output.append(column == 0 ? "<tr>" + tag : tag) }

  func endRow() throws(OutputError) {
    output.append("</tr>\n")
    for number in bars.indices where bars[number].count < Self.drawnRows {
      guard let value = cells.values[number] else { continue }
      bars[number].append((label, value, cells.units[number]))
    }
    cells.endRow()
    (column, label) = (0, "")
    try output.check()
  }

  func finish(note: String?) throws(OutputError) {
    output.append("</tbody>\n</table>\n</div>\n")
    if let note { output.append("<p>\(HTMLText.escaped(note))</p>\n") }
    if caption == nil {
      draw()
      HTMLText.end(to: output)
    }
    try output.flush()
  }

  private func draw() {
    guard let chosen = cells.chosen else { return }
    let bars = bars[chosen]
    let column = columns[cells.places[chosen]]
    guard bars.count > 1, bars.contains(where: { $0.value != 0 }) else { return }
    let scale = BarScale(bars.map { ($0.unit, $0.value) })
    let title = HTMLText.escaped(
      column.title + (scale.note.map { ". " + $0 } ?? ""))
    let labels = bars.map { $0.label.count > 34 ? String($0.label.prefix(33)) + "…" : $0.label }
    let (left, height) = (12 + 8 * (labels.map(\.count).max() ?? 0), bars.count * 22 + 6)
    let width = left + Self.longestBar + 120
    output.append("<figure class=\"s\" tabindex=\"0\">\n<figcaption>\(title)</figcaption>\n")
    output.append("<svg role=\"img\" width=\"\(width)\" height=\"\(height)\" ")
    output.append("viewBox=\"0 0 \(width) \(height)\" aria-label=\"\(title), ")
    output.append("first \(bars.count) rows as bars; the table has the figures\">\n")
    for (row, bar) in bars.enumerated() {
      let top = row * 22 + 4
      let length = Int(scale.share(bar.value, bar.unit) * Double(Self.longestBar))
      let pattern = bar.value < 0 ? " class=\"m\"" : ""
      // A small value can be seen, and zero has no bar.
      let drawn =
        bar.value == 0
        ? ""
        : "<rect\(pattern) x=\"\(left)\" y=\"\(top)\" width=\"\(max(length, 1))\" height=\"17\"></rect>"
      output.append(
        """
        <text x="0" y="\(top + 13)">\(HTMLText.escaped(labels[row]))</text>\(drawn)\
        <text x="\(left + length + 8)" y="\(top + 13)">\(column.display(bar.value))</text>

        """)
    }
    output.append("</svg>\n</figure>\n")
  }
}
