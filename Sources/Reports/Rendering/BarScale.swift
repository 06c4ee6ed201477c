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

  /// The column that is drawn: the first quantity or amount, else the first number, and of records only
  /// if nothing else is counted.
  static func measuredColumn(_ columns: [ReportColumn]) -> Int? {
    columns.firstIndex { $0.kind == .quantity || $0.kind == .money }
      ?? columns.firstIndex { $0.kind == .integer && $0.isCount }
      ?? columns.firstIndex { $0.kind == .integer }
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
