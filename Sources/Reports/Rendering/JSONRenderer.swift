/// JSON and NDJSON.
struct JSONRenderer: Renderer {
  /// One object a line, without an array around them.
  let isOneLine: Bool

  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    JSONRowWriter(isOneLine ? .lines : .document, output: output)
  }

  /// One object: the fields of all sections by name, and an array of objects for each table.
  /// Charts are left out: what they show stands in the tables.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    let lineBreak: StaticString = isOneLine ? "" : "\n"
    var isFirst = true
    func key(_ name: String) {
      output.append(isFirst ? "{" : "," as StaticString)
      output.append(lineBreak)
      isFirst = false
      JSONText.append(name, to: output)
      output.append(UInt8(ascii: ":"))
    }
    for section in page.sections {
      switch section {
      case .fields(_, let fields):
        for field in fields {
          key(field.name)
          append(field.value, to: output)
        }
      case .table(let table), .data(let table):
        key(table.name)
        try JSONRowWriter(isOneLine ? .valueOnOneLine : .value, output: output).write(table)
      case .chart: break
      }
    }
    if isFirst { output.append(UInt8(ascii: "{")) }
    output.append(isFirst ? "" : lineBreak)
    output.append("}\n" as StaticString)
  }

  private func append(_ value: PageValue, to output: OutputBuffer) {
    switch value.content {
    case .text(let string): JSONText.append(string, to: output)
    case .number(let number, let kind): output.append(number, as: kind)
    case .null: output.append("null" as StaticString)
    }
  }
}
