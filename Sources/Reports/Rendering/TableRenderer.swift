/// Text for people.
struct TableRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    TableRowWriter(options: options, output: output, words: words)
  }

  /// The title, then each section under its heading: labels and values in two aligned columns,
  /// tables, charts. On a terminal long values go on below themselves; nothing is cut.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    let title = TerminalText.sanitized(page.title)
    appendHeading(title, options, to: output)
    if !options.color {
      output.append(String(repeating: "=", count: TerminalText.width(title)) + "\n")
    }
    for section in page.sections {
      if case .data = section { continue }
      output.append(UInt8(ascii: "\n"))
      switch section {
      case .fields(let title, let fields):
        if let title { appendHeading(TerminalText.sanitized(title), options, to: output) }
        append(fields, width: options.width, to: output)
      case .table(let table):
        appendHeading(TerminalText.sanitized(table.title), options, to: output)
        try append(table, options, to: output)
      case .data: break
      case .chart(let title, let lines):
        if let title { appendHeading(TerminalText.sanitized(title), options, to: output) }
        for line in lines { output.append(TerminalText.sanitized(line) + "\n") }
      }
    }
  }

  private func appendHeading(
    _ text: String, _ options: RenderingOptions, to output: OutputBuffer
  ) {
    output.append(options.color ? "\u{1B}[1m\(text)\u{1B}[0m\n" : text + "\n")
  }

  private func append(_ fields: [PageField], width: Int?, to output: OutputBuffer) {
    let labels = fields.map { TerminalText.sanitized($0.label) }
    let labelWidth = labels.map(TerminalText.width).max() ?? 0
    let indent = String(repeating: " ", count: labelWidth + TableLayout.gap)
    for (label, field) in zip(labels, fields) {
      output.append(label)
      let value = TerminalText.sanitized(field.value.display ?? "-")
      var lead = String(indent.dropFirst(TerminalText.width(label)))
      for line in lines(of: value, width: width.map { $0 - indent.utf8.count }) {
        if !line.isEmpty { output.append(lead + line) }
        output.append(UInt8(ascii: "\n"))
        lead = indent
      }
    }
  }

  /// Where labels leave hardly any room, wrapping would only shred the value.
  private func lines(of value: String, width: Int?) -> [String] {
    guard let width, width >= 16 else { return [value] }
    return TerminalText.wrapped(value, to: width)
  }

  private func append(
    _ table: PageTable, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    guard !table.rows.isEmpty else { return output.append("(no rows)\n") }
    var options = options
    options.header = true
    try TableRowWriter(options: options, output: output, words: { _ in }).write(table.shown)
  }
}
