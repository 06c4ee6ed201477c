/// How long bars are: those of one unit are measured by the largest of that unit alone, since numbers of
/// different units cannot be compared.
struct BarScale {
  /// Cells of the longest bar where there is hardly room.
  static let leastRoom = 10

  /// The largest magnitude of each unit.
  private var largest: [String: UInt64] = [:]

  init(_ bars: [(unit: String, value: Int64)]) {
    for bar in bars {
      largest[bar.unit] = max(largest[bar.unit] ?? 0, bar.value.magnitude)
    }
  }

  /// The part of the longest bar of its unit, from 0 to 1.
  func share(_ value: Int64, _ unit: String) -> Double {
    guard let most = largest[unit], most > 0 else { return 0 }
    return Double(value.magnitude) / Double(most)
  }

  /// Said where a reader might compare bars that cannot be compared.
  var note: String? {
    largest.count < 2 ? nil : "The bars of each unit have their own scale."
  }

  /// The columns that can be drawn, the first choice first: quantities and amounts, then numbers, and those of
  /// records only if nothing else is counted.
  static func measuredColumns(_ columns: [ReportColumn]) -> [Int] {
    let numbers = columns.indices.filter {
      columns[$0].kind == .integer && !columns[$0].isPlace
    }
    let counted = amountColumns(columns) + numbers.filter { columns[$0].isCount }
    return counted.isEmpty ? numbers : counted
  }

  /// A dial shows a position, not an amount.
  static func amountColumns(_ columns: [ReportColumn]) -> [Int] {
    columns.indices.filter { place in
      let column = columns[place]
      return (column.kind == .quantity || column.kind == .money) && !column.isDial
        && !column.isPlace
    }
  }

  /// Cells for the labels before the bars: on a terminal, long ones are cut so that each bar has room.
  static func labelWidth(
    _ labels: [String], beside shownWidth: Int, _ options: RenderingOptions
  ) -> Int {
    let longest = labels.map(TerminalText.width).max() ?? 0
    guard let width = options.width else { return longest }
    return min(longest, max(10, width - shownWidth - 4 - leastRoom))
  }

  /// The column with the unit of what is drawn; nil if all rows have the same.
  static func unitColumn(_ columns: [ReportColumn], measured: Int?) -> Int? {
    guard let measured, let unit = columns[measured].unit else { return nil }
    return columns.firstIndex { "see \($0.name)" == unit }
  }
}
