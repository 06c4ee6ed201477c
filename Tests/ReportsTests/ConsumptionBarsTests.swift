import Accounts
import Testing

@testable import Reports

@Suite("A year's consumption as bars")
struct ConsumptionBarsTests {
  private func section(
    _ rows: [(String, String, Int64)], in units: [String] = []
  ) throws -> Page.Section? {
    let columns = ["code", "to", "quantity", "unit"].map {
      ReportColumn($0, title: $0, kind: $0 == "quantity" ? .quantity : .text)
    }
    let table = PageTable(
      "consumption", title: "", columns: columns,
      rows: rows.enumerated().map { index, row in
        let unit = units.isEmpty ? "GAL" : units[index]
        return [.text(row.0), .text(row.1), .quantity(row.2 * 1000), .text(unit)]
      })
    return ConsumptionBars(table, upTo: try CivilDate("2026-03-10")).section
  }

  @Test("each month has a bar, the highest a full one, none a dot")
  func bars() throws {
    let section = try section([
      ("1000", "2025-04-05", 100), ("1000", "2025-04-25", 700), ("1000", "2026-02-01", 100),
      ("1000", "2026-03-10", 400),
    ])
    #expect(
      section
        == .chart(
          title: "Consumption, 2025-04 to 2026-03", lines: ["1000  █·········▁▄  1,300 GAL"]))
  }

  @Test("each service has a line of its own, and without consumption there is none")
  func services() throws {
    let lines = try section([("1000", "2026-03-01", 5), ("3000", "2026-03-01", 1)])
    guard case .chart(_, let texts)? = lines else {
      Issue.record("no chart")
      return
    }
    #expect(texts.count == 2)
    #expect(try section([]) == nil)
  }

  @Test("consumption in different units is not added: each unit has a line")
  func units() throws {
    let section = try section(
      [("1000", "2026-02-01", 5), ("1000", "2026-03-01", 2), ("1000", "2026-03-01", 1)],
      in: ["GAL", "CCF", "GAL"])
    guard case .chart(_, let texts)? = section else {
      Issue.record("no chart")
      return
    }
    #expect(texts.map { $0.suffix(5) } == ["6 GAL", "2 CCF"])
  }

  @Test("a period that ends before the first month counts in the first")
  func edge() throws {
    guard case .chart(_, let texts)? = try section([("1000", "2025-03-20", 5)]) else {
      Issue.record("no chart")
      return
    }
    #expect(texts == ["1000  █···········  5 GAL"])
  }
}
