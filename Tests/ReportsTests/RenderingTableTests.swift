import Testing

@testable import Reports

@Suite("Tables")
struct RenderingTableTests {
  private static let columns = [
    ReportColumn("name", title: "Name", kind: .text),
    ReportColumn("note", title: "Note", kind: .text),
    ReportColumn("due", title: "Due", kind: .money),
  ]
  private static let row: [TestCell] = [
    .text("Wilhelmina"), .text("moved to 東京都庁 last year"), .number(123_456_789),
  ]

  private func lines(_ rows: [[TestCell]], width: Int?) throws -> [Substring] {
    let options = RenderingOptions(width: width)
    return try rendered(.table, Self.columns, rows, options: options).split(separator: "\n")
  }

  @Test("on a narrow terminal the widest text shrinks, and its cut is marked")
  func cut() throws {
    #expect(
      try lines([Self.row], width: 40) == [
        "Name        Note                     Due",
        "----------  --------------  ------------",
        "Wilhelmina  moved to 東京…  1,234,567.89",
      ])
  }

  @Test("text columns shrink to the same width, numbers never")
  func cutMore() throws {
    #expect(
      try lines([Self.row], width: 29) == [
        "Name     Note             Due",
        "-------  ------  ------------",
        "Wilhel…  moved…  1,234,567.89",
      ])
  }

  @Test("the mark of a cut is ASCII where the locale is")
  func cutInASCII() throws {
    var options = RenderingOptions(width: 29)
    options.isUnicode = false
    let output = try rendered(.table, Self.columns, [Self.row], options: options)
    #expect(output.hasSuffix("\nWilh...  mov...  1,234,567.89\n"), "\(output)")
  }

  @Test("account numbers, days and short words stay whole, empty columns and titles give way")
  func whole() throws {
    let columns = ["Account number", "Name", "Status", "Address 2", "Opened"].map {
      ReportColumn($0, title: $0, kind: .text)
    }
    let row: [TestCell] = [
      .text("2000001-00017"), .text("Ariel Almeida"), .text("active"), .null,
      .text("2020-02-01"),
    ]
    let output = try rendered(.table, columns, [row], options: RenderingOptions(width: 52))
    #expect(
      output == """
        Account number  Name           Status  Opened
        --------------  -------------  ------  ----------
        2000001-00017   Ariel Almeida  active  2020-02-01

        """)
  }

  @Test("amounts and quantities have commas between thousands, readings have not")
  func thousands() throws {
    let columns = [
      ReportColumn("use", title: "Use", kind: .quantity),
      ReportColumn("reading", title: "Reading", kind: .quantity, isDial: true),
      ReportColumn("total", title: "Total", kind: .money),
      ReportColumn("change", title: "Change", kind: .integer),
    ]
    let row: [TestCell] = [
      .number(1_914_174_500), .number(379_354_000), .number(123_456), .number(12345),
    ]
    let table = try rendered(.table, columns, [row], options: RenderingOptions(width: 80))
    #expect(table.contains("1,914,174.5   379354  1,234.56   12345\n"), "\(table)")
    let file = try rendered(.csv, columns, [row], options: RenderingOptions())
    #expect(file.contains("1914174.5,379354,1234.56,12345\n"), "\(file)")
  }

  @Test("a text that must not be cut and does not fit is shown as a record, wrapped at spaces")
  func wholeText() throws {
    let columns = [
      ReportColumn("on", title: "On", kind: .date),
      ReportColumn("text", title: "Text", kind: .text, isWhole: true),
    ]
    let row: [TestCell] = [
      .text("2026-10-03"), .text("Since this morning the water is brown. Is it safe to drink?"),
    ]
    var options = RenderingOptions(width: 40)
    options.layout = .auto
    let table = try rendered(.table, columns, [row], options: options)
    #expect(
      table == """
        On    2026-10-03
        Text  Since this morning the water is
              brown. Is it safe to drink?


        """)
  }

  @Test(
    "where less than ten letters of a text would be left, each cell has a line",
    arguments: [(36, true), (35, false)])
  func legible(width: Int, isTable: Bool) throws {
    var options = RenderingOptions(width: width)
    options.layout = .auto
    let text = try rendered(.table, Self.columns, [Self.row], options: options)
    #expect(text.contains("Wilhelmin…") == false)
    #expect(text.contains("Wilhelmina  moved to …  1,234,567.89") == isTable, "\(text)")
    #expect(text.contains("Name  Wilhelmina\n") != isTable, "\(text)")
  }

  @Test("a title is cut to the width of its column, so that no line breaks", arguments: 40...60)
  func titles(width: Int) throws {
    let columns = [
      ReportColumn("account", title: "Account number", kind: .text),
      ReportColumn("last-posted", title: "Last posted", kind: .date),
      ReportColumn("open", title: "Not yet paid", kind: .money),
      ReportColumn("route", title: "Route of meters", kind: .text),
    ]
    let row: [TestCell] = [.text("2000001"), .text("2026-10-13"), .number(4120), .text("001")]
    let table = try rendered(.table, columns, [row], options: RenderingOptions(width: width))
    for line in table.split(separator: "\n") { #expect(line.count <= width, "\(table)") }
    #expect(table.contains("2000001  ") && table.contains("2026-10-13") && table.contains("41.20"))
  }

  @Test(
    "counts have commas in tables, numbers of records have none",
    arguments: [OutputFormat.table, .markdown, .html])
  func counts(format: OutputFormat) throws {
    let columns = [
      ReportColumn("change", title: "Change", kind: .integer),
      ReportColumn("rows", title: "Rows", kind: .integer, isCount: true),
    ]
    let text = try rendered(
      format, columns, [[.number(12345), .number(1_234_567)]], options: RenderingOptions())
    #expect(text.contains("12345") && text.contains("1,234,567"), "\(text)")
    let file = try rendered(
      .csv, columns, [[.number(12345), .number(1_234_567)]], options: RenderingOptions())
    #expect(file.contains("12345,1234567\n"), "\(file)")
  }

  @Test("commands and what records are known by are not cut")
  func wholeCommand() throws {
    let columns = [
      ReportColumn("what", title: "What", kind: .text),
      ReportColumn("command", title: "Command", kind: .text, isWhole: true),
    ]
    let row: [TestCell] = [.text("requests in hand"), .text("request list --status assigned")]
    let output = try rendered(.table, columns, [row], options: RenderingOptions(width: 40))
    #expect(output.hasSuffix("request…  request list --status assigned\n"), "\(output)")
  }

  @Test("what does not fit even so becomes a line for each cell, without empty ones")
  func records() throws {
    var options = RenderingOptions(width: 20)
    options.layout = .auto
    let rows: [[TestCell]] = [Self.row, [.text("Bo"), .null, .number(100)]]
    #expect(
      try rendered(.table, Self.columns, rows, options: options) == """
        Name  Wilhelmina
        Note  moved to 東京都庁 last year
        Due   1,234,567.89

        Name  Bo
        Due   1.00


        """)
    options.width = 40
    #expect(try rendered(.table, Self.columns, rows, options: options).hasPrefix("Name   "))
    options.layout = .records
    #expect(try rendered(.table, Self.columns, rows, options: options).hasPrefix("Name  W"))
  }

  @Test("a table that cannot fit keeps its texts readable")
  func tooNarrow() throws {
    #expect(
      try lines([Self.row], width: 10).last == "Wilhelmina  moved to 東京都庁 last year  1,234,567.89")
  }

  @Test("off a terminal nothing is cut")
  func uncut() throws {
    #expect(
      try lines([Self.row], width: nil).last
        == "Wilhelmina  moved to 東京都庁 last year  1,234,567.89")
  }

  @Test("a character of two cells is not cut in half")
  func cutWide() {
    #expect(TerminalText.cut("東京都庁", to: 6) == "東京…")
    #expect(TerminalText.cut("東京都庁", to: 5) == "東京…")
    #expect(TerminalText.cut("東京都庁", to: 8) == "東京都庁")
  }

  @Test("rows stream once a thousand are measured")
  func streaming() throws {
    let output = OutputBuffer.memory()
    let writer = makeRowWriter(.table, options: RenderingOptions(), output: output)
    try writer.begin([Self.columns[0]])
    for _ in 1..<1000 {
      writer.text("x")
      try writer.endRow()
    }
    #expect(output.bytes.isEmpty)
    writer.text("x")
    try writer.endRow()
    #expect(output.string.hasPrefix("Name\n----\nx\nx\n"))
  }

  private func afterThousand(_ name: String, width: Int?) throws -> Substring? {
    let few: [TestCell] = [.text("x"), .text("y"), .number(100)]
    let late: [TestCell] = [.text(name), .text("y"), .number(100)]
    return try lines(Array(repeating: few, count: 1000) + [late], width: width).last
  }

  @Test("a wider cell after the measured rows pushes its row")
  func pushed() throws {
    #expect(try afterThousand("Wilhelmina", width: nil) == "Wilhelmina  y     1.00")
  }

  @Test("on a terminal it takes the room that is left, and is cut there")
  func pushedOnTerminal() throws {
    #expect(try afterThousand("Wilhelmina", width: 22) == "Wilhelmina  y     1.00")
    #expect(try afterThousand("Wilhelmina", width: 20) == "Wilhelm…  y     1.00")
  }

  @Test("with colour the header is bold and not underlined")
  func bold() throws {
    let options = RenderingOptions(color: true)
    #expect(
      try rendered(.table, [Self.columns[0]], [[.text("x")]], options: options)
        == "\u{1B}[1mName\u{1B}[0m\nx\n")
  }

  @Test("no line ends with a blank")
  func trailing() throws {
    let rows: [[TestCell]] = [[.text("a"), .null, .null], [.null, .text("b"), .null]]
    #expect(try lines(rows, width: nil).allSatisfy { $0.last != " " })
  }

  @Test("an empty table says so, and a note comes last, with nothing in it that drives a terminal")
  func words() throws {
    let output = OutputBuffer.memory()
    var words: [String] = []
    let writer = makeRowWriter(.table, options: RenderingOptions(), output: output) {
      words.append($0)
    }
    try writer.write(Self.columns, [], note: "first 20\u{1B} of 431")
    #expect(words == ["(no rows)", "first 20␛ of 431"])
  }

  @Test("a note is for tables only", arguments: OutputFormat.allCases.filter { $0 != .table })
  func noWords(format: OutputFormat) throws {
    var words: [String] = []
    let writer = makeRowWriter(
      format, options: RenderingOptions(), output: .memory(), words: { words.append($0) })
    try writer.write(Self.columns, [], note: "first 20 of 431")
    #expect(!words.contains("first 20 of 431"))
  }
}
