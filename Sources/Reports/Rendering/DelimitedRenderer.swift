/// CSV and TSV.
struct DelimitedRenderer: Renderer {
  let dialect: DelimitedRowWriter.Dialect

  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    DelimitedRowWriter(dialect, options: options, output: output)
  }

  /// A row `field,value` for each field; those of a table are called `table.row.column`, with
  /// rows from 1, so that the page is one table of two columns. Charts are left out.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    let writer = DelimitedRowWriter(dialect, options: options, output: output)
    try writer.begin([
      ReportColumn("field", title: "Field", kind: .text),
      ReportColumn("value", title: "Value", kind: .text),
    ])
    for section in page.sections {
      switch section {
      case .fields(_, let fields):
        for field in fields { try writer.line(field.name, field.value) }
      case .table(let table), .data(let table):
        for (index, row) in table.rows.enumerated() {
          for (column, value) in zip(table.columns, row) {
            try writer.line("\(table.name).\(index + 1).\(column.name)", value)
          }
        }
      case .chart: break
      }
    }
  }
}

extension DelimitedRowWriter {
  fileprivate func line(_ name: String, _ value: PageValue) throws(OutputError) {
    text(name)
    switch value.content {
    case .text(let string): text(string)
    case .number(let number, let kind): integer(number, as: kind)
    case .list(let texts): text(PageValue.joined(texts) ?? "")
    case .null: null()
    }
    try endRow()
  }
}
