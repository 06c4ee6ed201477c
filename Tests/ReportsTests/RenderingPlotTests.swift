import Accounts
import Testing

@testable import Reports

/// Bars in the terminal.
struct RenderingPlotTests {
  private static let columns = [
    ReportColumn("month", title: "Month", kind: .text),
    ReportColumn("reads", title: "Reads", kind: .integer),
    ReportColumn("quantity", title: "Quantity", kind: .quantity),
  ]
  private static let rows: [[TestCell]] = [
    [.text("2026-01"), .number(3), .number(1_000_000)],
    [.text("2026-02"), .number(3), .number(500_000)],
    [.text("2026-03"), .number(0), .null],
  ]

  @Test("the first quantity of a row is its bar, and the columns before it are its label")
  func bars() throws {
    var options = RenderingOptions(width: 40)
    options.isUnicode = false
    #expect(
      try rendered(.plot, Self.columns, Self.rows, options: options) == """
        Quantity
        2026-01 3  1,000  \(String(repeating: "#", count: 22))
        2026-02 3    500  \(String(repeating: "#", count: 11))
        2026-03 0

        """)
  }

  @Test("a label that leaves no room for its bar is cut on a terminal")
  func longLabels() throws {
    let rows: [[TestCell]] = [
      [.text(String(repeating: "Name ", count: 20)), .number(3), .number(1_000_000)],
      [.text("2026-02"), .number(3), .number(500_000)],
    ]
    var options = RenderingOptions(width: 40)
    options.isUnicode = false
    let drawn = try rendered(.plot, Self.columns, rows, options: options)
    #expect(
      drawn == """
        Quantity
        Name Name Name Nam...  1,000  ##########
        2026-02 3                500  #####

        """)
    options.width = nil
    let whole = try rendered(.plot, Self.columns, rows, options: options)
    #expect(whole.contains("Name  3  1,000  ##########\n"), "\(whole)")
  }

  @Test("numbers of records are labels, and counts are bars")
  func numbersOfRecords() throws {
    let columns = [
      ReportColumn("change", title: "Change", kind: .integer),
      ReportColumn("rows", title: "Rows", kind: .integer, isCount: true),
    ]
    let drawn = try rendered(
      .plot, columns, [[.number(7), .number(20)], [.number(8), .number(10)]],
      options: RenderingOptions(width: 40))
    #expect(drawn.hasPrefix("Rows\n7  20  █"), "\(drawn)")
  }

  @Test("an empty report, and one without numbers, has a note")
  func nothingToDraw() throws {
    let cases: [([ReportColumn], [[TestCell]], String, String)] = [
      (Self.columns, [], "(no rows)", ""),
      (
        [Self.columns[0]], [[.text("2026-01")]], "(no field with numbers to draw)", "2026-01\n"
      ),
    ]
    for (columns, rows, note, drawn) in cases {
      let output = OutputBuffer.memory()
      var words: [String] = []
      let writer = PlotRowWriter(
        options: RenderingOptions(width: 40), output: output, words: { words.append($0) })
      try writer.write(columns, rows)
      #expect(words == [note])
      #expect(output.string == drawn)
    }
  }

  @Test("a bar is measured to the eighth of a cell where there is Unicode")
  func eighths() {
    #expect(PlotRowWriter.bar(0.125, isUnicode: true) == "▏")
    #expect(PlotRowWriter.bar(1.125, isUnicode: true) == "█▏")
    #expect(PlotRowWriter.bar(2, isUnicode: true) == "██")
    #expect(PlotRowWriter.bar(0, isUnicode: true) == "")
  }

  private static let measured: [ReportColumn] = {
    var quantity = ReportColumn("quantity", title: "Quantity", kind: .quantity)
    quantity.unit = "see unit"
    return [quantity, ReportColumn("unit", title: "Unit", kind: .text)]
  }()

  @Test("the bars of each unit are scaled by the largest of that unit, with a note")
  func units() throws {
    var options = RenderingOptions(width: 40)
    options.isUnicode = false
    let full = String(repeating: "#", count: 27)
    #expect(
      try rendered(
        .plot, Self.measured,
        [[.number(90_000_000), .text("GAL")], [.number(200_000), .text("CCF")]], options: options)
          == """
          Quantity
          GAL  90,000  \(full)
          CCF     200  \(full)
          The bars of each unit have their own scale.

          """)
    let page = try rendered(
      .html, Self.measured,
      [[.number(90_000_000), .text("GAL")], [.number(200_000), .text("CCF")]])
    #expect(page.split(separator: "width=\"400\" height=\"17\"").count == 3)
    let zero = try rendered(
      .html, Self.measured, [[.number(200_000), .text("GAL")], [.number(0), .text("GAL")]])
    #expect(zero.split(separator: "<rect").count == 2)
  }

  @Test("that there are more rows is said in ASCII, too")
  func moreRows() throws {
    var options = RenderingOptions(width: 40)
    let rows = Array(repeating: [TestCell.number(1000), .text("GAL")], count: 1002)
    #expect(try rendered(.plot, Self.measured, rows, options: options).hasSuffix("… 2 more rows\n"))
    options.isUnicode = false
    let drawn = try rendered(.plot, Self.measured, rows, options: options)
    #expect(drawn.hasSuffix("... 2 more rows\n"))
    #expect(drawn.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("a bar of what is below zero looks different")
  func belowZero() throws {
    var options = RenderingOptions(width: 40)
    options.isUnicode = false
    let rows: [[TestCell]] = [
      [.number(89_000), .text("GAL")], [.number(-89_000), .text("GAL")],
    ]
    let drawn = try rendered(.plot, Self.measured, rows, options: options)
    #expect(drawn.contains(" 89  ##") && drawn.contains("-89  --"), "\(drawn)")
    #expect(PlotRowWriter.bar(2, isBelowZero: true, isUnicode: true) == "░░")
    #expect(try rendered(.html, Self.measured, rows).contains("<rect class=\"m\""))
  }
}

/// A page of HTML.
struct RenderingHTMLTests {
  @Test("what looks like markup is text, and numbers carry their value for sorting")
  func escaped() throws {
    let columns = [
      ReportColumn("name", title: "Name <b>", kind: .text),
      ReportColumn("amount", title: "Amount", kind: .money),
    ]
    var options = RenderingOptions()
    options.title = "report <x>"
    let page = try rendered(
      .html, columns,
      [[.text("<script>alert('1')</script>"), .number(123_450)], [.text("&"), .null]],
      options: options)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<title>report &lt;x&gt;</title>"))
    #expect(page.contains("<td>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</td>"))
    #expect(page.contains("<td class=\"n\" data-v=\"123450\">1,234.50</td>"))
    #expect(page.contains("<td class=\"n\" data-v=\"\"></td>"))
    #expect(page.ranges(of: "<script>").count == 1)
  }

  @Test("a table wider than the window is reached by the keyboard, and only long texts wrap")
  func wide() throws {
    var options = RenderingOptions()
    options.title = "note list"
    let page = try rendered(
      .html, [ReportColumn("a", title: "A", kind: .text)],
      [[.text("2026-01-31")], [.text(String(repeating: "word ", count: 20))]], options: options)
    #expect(
      page.contains("<div class=\"s\" role=\"region\" tabindex=\"0\" aria-label=\"note list\">"))
    #expect(page.contains("<td>2026-01-31</td>"))
    #expect(page.contains("<td class=\"w\">word word"))
  }

  @Test("nothing is fetched from elsewhere")
  func alone() throws {
    let page = try rendered(
      .html, [ReportColumn("a", title: "A", kind: .text)], [[.text("x")]])
    for word in ["http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(word)) }
  }
}
