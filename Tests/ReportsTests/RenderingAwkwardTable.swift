@testable import Reports

/// A cell as a test writes it.
enum TestCell: Equatable {
  case text(String)
  case bytes([UInt8])
  case number(Int64)
  case null
}

/// A table with everything that has ever broken an output.
enum AwkwardTable {
  static let columns = [
    ReportColumn("name", title: "Name", kind: .text, isPersonal: true),
    ReportColumn("due", title: "Due", kind: .date),
    ReportColumn("days", title: "Days", kind: .integer),
    ReportColumn("used", title: "Used", kind: .quantity),
    ReportColumn("amount", title: "Amount", kind: .money),
    ReportColumn("late", title: "Late", kind: .boolean),
  ]

  static let names: [TestCell] = [
    .text("Ada \"Al\" O'Neil, Jr"),
    .text("東京水道"),
    .text("👨‍👩‍👧‍👦 Ω"),
    .text("Ze\u{301}ro\u{301}"),
    .text("שלום"),
    .text("a\u{1B}[31mred"),
    .text("two\nlines\t|pipe\\"),
    .text("=1+2"),
    .text("\u{202E}evil\u{2028}"),
    .bytes([0x62, 0xFF, 0x64]),
    .text(""),
    .null,
  ]

  static let rows: [[TestCell]] = names.enumerated().map { index, name in
    let rest: [TestCell] =
      index > 2 && index % 3 == 2
      ? [.null, .null, .null, .null, .null]
      : [
        .text("2015-11-25"), .number(Int64(index)), .number(Int64(index) * -1500 + 125),
        .number(index == 1 ? 123_450_099 : -50), .number(Int64(index % 2)),
      ]
    return [name] + rest
  }
}

extension RowWriter {
  func write(_ columns: [ReportColumn], _ rows: [[TestCell]], note: String? = nil) throws {
    try begin(columns)
    for row in rows {
      for cell in row { write(cell) }
      try endRow()
    }
    try finish(note: note)
  }

  private func write(_ cell: TestCell) {
    switch cell {
    case .text(let string): text(string)
    case .bytes(let bytes): bytes.withCellBytes { text($0) }
    case .number(let number): integer(number)
    case .null: null()
    }
  }
}

/// What a format makes of rows.
func rendered(
  _ format: OutputFormat, _ columns: [ReportColumn], _ rows: [[TestCell]],
  options: RenderingOptions = RenderingOptions()
) throws -> String {
  let output = OutputBuffer.memory()
  try makeRowWriter(format, options: options, output: output).write(columns, rows)
  return output.string
}

/// What a format makes of a page.
func rendered(
  _ page: Page, _ format: OutputFormat, options: RenderingOptions = RenderingOptions()
) throws -> String {
  let output = OutputBuffer.memory()
  try write(page, as: format, options: options, to: output)
  return output.string
}
