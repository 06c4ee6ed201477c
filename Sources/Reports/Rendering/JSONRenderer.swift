/// JSON and NDJSON.
struct JSONRenderer: Renderer {
  /// One object a line, without an array around them.
  let isOneLine: Bool

  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    JSONRowWriter(isOneLine ? .lines : .document, output: output)
  }

  /// One object: the version of the keys, the fields of all sections by name, and an array of objects
  /// for each table.
  /// Charts are left out: the tables have the same data.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    let lineBreak: StaticString = isOneLine ? "" : "\n"
    var isFirst = true
    func key(_ name: String) {
      output.append(isFirst ? "{" : "," as StaticString)
      output.append(lineBreak)
      isFirst = false
      JSONText.append(JSONKey.of(name), to: output)
      output.append(UInt8(ascii: ":"))
    }
    key("schema_version")
    output.append(JSONKey.schemaVersion, as: .integer)
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
    output.append(lineBreak)
    output.append("}\n" as StaticString)
  }

  private func append(_ texts: [String], to output: OutputBuffer) {
    output.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONText.append(text, to: output)
    }
    output.append(UInt8(ascii: "]"))
  }

  private func append(_ value: PageValue, to output: OutputBuffer) {
    switch value.content {
    case .text(let string): JSONText.append(string, to: output)
    case .number(let number, let kind): JSONText.append(number, as: kind, to: output)
    case .list(let texts): append(texts, to: output)
    case .null: output.append("null" as StaticString)
    }
  }
}
