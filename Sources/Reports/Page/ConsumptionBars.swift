import Accounts

/// A year's consumption as a line of bars for each service and unit, with a bar for each month.
struct ConsumptionBars {
  private struct Line {
    let code: String
    let unit: PageValue
    var months = [Int64](repeating: 0, count: 12)
  }

  private var lines: [Line] = []
  private let first: (year: Int, month: Int)
  private let last: (year: Int, month: Int)

  /// - Parameter table: periods of the twelve months up to `day`.
  init(_ table: PageTable, upTo day: CivilDate) {
    let start = day.adding(months: -11).parts
    first = (start.year, start.month)
    last = (day.parts.year, day.parts.month)
    let index = Dictionary(
      uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, $0) })
    guard let code = index["code"], let to = index["to"], let quantity = index["quantity"],
      let unit = index["unit"]
    else { return }
    for row in table.rows {
      guard case .text(let name) = row[code], case .text(let text) = row[to],
        let end = CivilDate(iso: text), case .quantity(let amount) = row[quantity]
      else { continue }
      let month = (end.parts.year - first.year) * 12 + end.parts.month - first.month
      // The first days of the window lie in the month before the first.
      add(amount, of: name, row[unit], month: min(max(month, 0), 11))
    }
  }

  /// Amounts in different units are never added: a service's meters may have different units.
  private mutating func add(_ amount: Int64, of code: String, _ unit: PageValue, month: Int) {
    let known = lines.firstIndex { $0.code == code && $0.unit == unit }
    if known == nil { lines.append(Line(code: code, unit: unit)) }
    lines[known ?? lines.endIndex - 1].months[month] += amount
  }

  /// Nil if nothing was used.
  var section: Page.Section? {
    guard !lines.isEmpty else { return nil }
    let texts = lines.map { line in
      let total = PageValue.quantity(line.months.reduce(0, +)).display ?? ""
      return "\(line.code)  \(Sparklines.bars(line.months))  \(total) \(line.unit.display ?? "")"
    }
    return .chart(
      title: "Consumption, \(Self.label(first)) to \(Self.label(last))", lines: texts)
  }

  private static func label(_ month: (year: Int, month: Int)) -> String {
    "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
  }
}
