/// Markdown for GitHub and others.
struct MarkdownRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    MarkdownRowWriter(options: options, output: output)
  }

  /// Headings, a table of two columns for fields, tables as tables, charts as code.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    var options = options
    options.header = true
    append(heading: page.title, level: "#", to: output)
    for section in page.sections {
      switch section {
      case .fields(let title, let fields):
        append(heading: title, to: output)
        try append(fields, options, to: output)
      case .table(let table):
        append(heading: table.title, to: output)
        try MarkdownRowWriter(options: options, output: output).write(table.shown)
      case .data: break
      case .chart(let title, let lines):
        append(heading: title, to: output)
        for line in lines { output.append("    " + TerminalText.sanitized(line) + "\n") }
      }
    }
  }

  /// Sections are kept apart by an empty line whether they have a heading or not.
  private func append(heading: String?, level: String = "\n##", to output: OutputBuffer) {
    if let heading {
      let text = MarkdownText.escaped(TerminalText.sanitized(heading))
      output.append("\(level) \(text)\n")
    }
    if level != "#" { output.append(UInt8(ascii: "\n")) }
  }

  private func append(
    _ fields: [PageField], _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    let writer = MarkdownRowWriter(options: options, output: output)
    try writer.begin([
      ReportColumn("field", title: "Field", kind: .text),
      ReportColumn("value", title: "Value", kind: .text),
    ])
    for field in fields {
      writer.text(field.label)
      switch field.value.content {
      case .text(let string): writer.text(string)
      case .number(let number, let kind): writer.integer(number, as: kind)
      case .list(let texts): writer.text(PageValue.joined(texts) ?? "")
      case .null: writer.null()
      }
      try writer.endRow()
    }
    try writer.finish(note: nil)
  }
}
