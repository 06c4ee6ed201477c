import Accounts
import Testing

@testable import Reports

/// A line of small bars for each thing.
struct RenderingSparklineTests {
  private static let columns: [ReportColumn] = {
    var quantity = ReportColumn("quantity", title: "Quantity", kind: .quantity)
    quantity.unit = "see unit"
    return [
      ReportColumn("route", title: "Route", kind: .text),
      ReportColumn("month", title: "Month", kind: .text), quantity,
      ReportColumn("unit", title: "Unit", kind: .text),
    ]
  }()

  private func rows(_ cells: [(String, String, Int64?, String)]) -> [[TestCell]] {
    cells.map { [.text($0.0), .text($0.1), $0.2.map { .number($0 * 1000) } ?? .null, .text($0.3)] }
  }

  @Test("rows of things by month are a line for each, with the months in which nothing was")
  func lines() throws {
    let rows = rows([
      ("001", "2025-11", 800, "GAL"), ("001", "2025-12", 100, "GAL"),
      ("001", "2026-02", 400, "GAL"),
      ("002", "2025-11", 3, "CCF"), ("002", "2026-02", -1, "CCF"), ("003", "2025-11", nil, "GAL"),
    ])
    var options = RenderingOptions(width: 60)
    #expect(
      try rendered(.plot, Self.columns, rows, options: options) == """
        Quantity by month, 2025-11 to 2026-02
        001 GAL  1,300  █▁·▄
        002 CCF      2  █··▾
        Each line has its own scale.

        """)
    options.isUnicode = false
    #expect(try rendered(.plot, Self.columns, rows, options: options).contains("1,300  #_ :\n"))
  }

  @Test("without room for all months, the last are drawn, with a note")
  func narrow() throws {
    let months = (2020...2025).flatMap { year in
      (1...12).map { ("1", "\(year)-\($0 < 10 ? "0" : "")\($0)", Int64($0), "GAL") }
    }
    let drawn = try rendered(
      .plot, Self.columns, rows(months), options: RenderingOptions(width: 40))
    #expect(
      drawn.hasPrefix("Quantity by month, 2023-09 to 2025-12\n(the last 28 of 72)\n"), "\(drawn)")
  }

  @Test("months alone are bars, and so are things without months")
  func bars() throws {
    for columns in [Array(Self.columns[1...]), [Self.columns[0]] + Self.columns[2...]] {
      let drawn = try rendered(
        .plot, columns, [[.text("2026-01"), .number(1000), .text("GAL")]],
        options: RenderingOptions(width: 40))
      #expect(drawn.hasPrefix("Quantity\n2026-01 GAL  1  ███"), "\(drawn)")
    }
  }
}

/// How many rows have which values.
struct RenderingHistogramTests {
  private static let columns: [ReportColumn] = {
    var quantity = ReportColumn("quantity", title: "Quantity", kind: .quantity)
    quantity.unit = "see unit"
    return [
      ReportColumn("account", title: "Account", kind: .text), quantity,
      ReportColumn("unit", title: "Unit", kind: .text),
    ]
  }()

  @Test("a column that is empty in every row is not drawn if a later one has values")
  func emptyColumns() throws {
    let columns = [
      ReportColumn("route", title: "Route", kind: .text),
      ReportColumn("billed", title: "Billed", kind: .quantity),
      ReportColumn("read", title: "Read", kind: .quantity),
    ]
    let rows: [[TestCell]] = [
      [.text("001"), .null, .number(1000)], [.text("002"), .null, .number(2000)],
    ]
    #expect(try rendered(.plot, columns, rows).hasPrefix("Read\n001"))
    #expect(try rendered(.histogram, columns, rows).hasPrefix("Read\n"))
    #expect(try rendered(.html, columns, rows).contains("<figcaption>Read</figcaption>"))
    let filled = rows + [[.text("003"), .number(5000), .null]]
    #expect(try rendered(.plot, columns, filled).hasPrefix("Billed\n001\n"))
    var months = columns
    months.insert(ReportColumn("month", title: "Month", kind: .text), at: 1)
    let byMonth: [[TestCell]] = rows.map { [$0[0], .text("2026-01")] + $0.dropFirst() }
    #expect(try rendered(.plot, months, byMonth).hasPrefix("Read by month, 2026-01 to 2026-01\n"))
  }

  @Test("the edges of blocks name a row in every chart, and neither they nor readings are its bar")
  func edges() throws {
    var from = ReportColumn("from", title: "From", kind: .quantity)
    from.isPlace = true
    let columns = [
      ReportColumn("code", title: "Code", kind: .text), from,
      ReportColumn("reading", title: "Reading", kind: .quantity, isDial: true),
      ReportColumn("use", title: "Use", kind: .quantity),
    ]
    let rows: [[TestCell]] = [
      [.text("WATER"), .number(0), .number(9_000_000), .number(2_000_000)],
      [.text("WATER"), .number(2_000_000), .number(8_000_000), .number(1_000_000)],
    ]
    let options = RenderingOptions(width: 40)
    let drawn = try rendered(.plot, columns, rows, options: options)
    #expect(drawn.hasPrefix("Use\nWATER 0 9000      2,000  █"), "\(drawn)")
    #expect(try rendered(.histogram, columns, rows, options: options).hasPrefix("Use\n"))
    let page = try rendered(.html, columns, rows)
    #expect(page.contains("<figcaption>Use</figcaption>"), "\(page)")
    #expect(page.contains(">WATER 2,000</text>"), "\(page)")
    let readings = try rendered(.plot, Array(columns[..<3]), rows.map { Array($0[..<3]) })
    #expect(!readings.contains("█"), "\(readings)")
    #expect(
      try !rendered(.html, Array(columns[..<3]), rows.map { Array($0[..<3]) }).contains("<svg"))
  }

  @Test("each unit has ranges of its own, from the lowest value to the highest")
  func units() throws {
    var options = RenderingOptions(width: 40)
    options.isUnicode = false
    let rows: [[TestCell]] =
      [-1500, 0, 1999, 2000, 2500, 6000].map { [.text("1"), .number($0), .text("GAL")] }
      + [[.text("2"), .number(7000), .text("CCF")], [.text("3"), .null, .null]]
    #expect(
      try rendered(.histogram, Self.columns, rows, options: options) == """
        Quantity, CCF
        from  below  rows
           7  7.001     1  ###################
        Quantity, GAL
        from  below  rows
          -2     -1     1  ##########
          -1      0     0
           0      1     1  ##########
           1      2     1  ##########
           2      3     2  ###################
           3      4     0
           4      5     0
           5      6     0
           6      7     1  ##########
        no quantity: 1 row

        """)
  }

  @Test(
    "ranges of very many values count each once, and what lies far out in one without an end",
    arguments: [UInt64(1), 2])
  func many(_ seed: UInt64) {
    var state = seed
    var counts = ValueCounts()
    var values: [Int64] = []
    for _ in 0..<50_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      values.append(Int64(state >> 40) - 3_000_000)
    }
    values += [Int64](repeating: 4_000_000_000_000, count: 400)
    for value in values { counts.add(value) }
    let ranges = counts.ranges
    #expect(ranges.count > 5 && ranges.count <= 17)
    #expect(ranges.last == .init(from: ranges.dropLast().last?.below, below: nil, count: 400))
    for range in ranges {
      let (from, below) = (range.from ?? .min, range.below ?? .max)
      #expect(range.count == values.count { from <= $0 && $0 < below })
    }
    #expect(ranges.reduce(0) { $0 + $1.count } == values.count)
  }
}
