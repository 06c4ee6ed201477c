/// A workbook for spreadsheets, as libxlsxwriter makes it.
struct WorkbookRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    WorkbookRowWriter(options: options, output: output)
  }

  /// A sheet of all fields, and one for each table. Charts are left out: what they show stands in the
  /// tables.
  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    let book = try Workbook(for: output)
    let fields = page.sections.flatMap { section -> [PageField] in
      if case .fields(_, let fields) = section { fields } else { [] }
    }
    if !fields.isEmpty {
      let sheet = WorkbookRowWriter(sheet: options.title, of: book, options: options)
      try sheet.begin([
        ReportColumn("field", title: "Field", kind: .text),
        ReportColumn("value", title: "Value", kind: .text),
      ])
      for field in fields {
        sheet.text(field.label)
        sheet.value(field.value)
        try sheet.endRow()
      }
      try sheet.finish(note: nil)
    }
    for section in page.sections {
      switch section {
      case .table(let table), .data(let table):
        try WorkbookRowWriter(sheet: table.title, of: book, options: options).write(table)
      case .fields, .chart: break
      }
    }
    try book.finish()
  }
}

extension WorkbookRowWriter {
  fileprivate func value(_ value: PageValue) {
    switch value.content {
    case .text(let string): text(string)
    case .number(let number, let kind): integer(number, as: kind)
    case .list(let texts): text(PageValue.joined(texts) ?? "")
    case .null: null()
    }
  }
}
