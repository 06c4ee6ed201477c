/// A line for each thing, with a small bar for each month, quarter or year, as high as its sum there.
struct Sparklines {
  private struct Line {
    let label: String
    var sums: [String: Int64] = [:]
    var total: Int64 = 0
  }

  private var lines: [Line] = []
  private var numbers: [String: Int] = [:]
  private var periods: Set<String> = []
  private var left: Set<String> = []

  /// The column that says when, where there is one and words next to it that say what.
  static func periodColumn(_ columns: [ReportColumn], before measured: Int?) -> Int? {
    let names: Set = ["month", "quarter", "year", "fiscal-year"]
    let words = columns.prefix(measured ?? 0).indices.filter { !columns[$0].kind.isNumber }
    return words.count > 1 ? words.first { names.contains(columns[$0].name) } : nil
  }

  mutating func add(_ value: Int64?, in period: String, of label: String) {
    periods.insert(period)
    guard let value, let number = numbers[label] ?? begin(label) else { return }
    lines[number].sums[period, default: 0] += value
    lines[number].total += value
  }

  /// Nil if there are as many lines as anybody reads.
  private mutating func begin(_ label: String) -> Int? {
    guard lines.count < PlotRowWriter.drawnRows else {
      if left.count < PlotRowWriter.drawnRows { left.insert(label) }
      return nil
    }
    numbers[label] = lines.count
    lines.append(Line(label: label))
    return lines.count - 1
  }

  /// The last months and so on that there is room for, with the sum of all of them before.
  func write(
    _ column: ReportColumn, by period: String, _ options: RenderingOptions,
    to output: OutputBuffer
  ) {
    let totals = lines.map { column.display($0.total) }
    let totalWidth = totals.map(\.utf8.count).max() ?? 0
    let labelWidth = BarScale.labelWidth(lines.map(\.label), beside: totalWidth, options)
    let all = Self.filled(periods.sorted())
    let shown = all.suffix(
      max(BarScale.leastRoom, (options.width ?? .max) - labelWidth - totalWidth - 4))
    if options.header, let first = shown.first, let last = shown.last {
      let cut = shown.count < all.count ? " (the last \(shown.count) of \(all.count))" : ""
      let title = "\(column.title) by \(period.lowercased()), \(first) to \(last)\(cut)"
      for line in TerminalText.wrapped(title, to: options.width ?? .max) {
        output.append(line + "\n")
      }
    }
    for (line, total) in zip(lines, totals) {
      output.append(
        TerminalText.cut(line.label, to: labelWidth, isUnicode: options.isUnicode),
        padded: labelWidth)
      output.append("  ")
      output.append(total, padded: totalWidth, fromRight: true)
      output.append(
        "  " + Self.bars(shown.map { line.sums[$0] ?? 0 }, isUnicode: options.isUnicode) + "\n")
    }
    if lines.count > 1 { output.append("Each line has its own scale.\n") }
    if !left.isEmpty {
      let isAll = left.count < PlotRowWriter.drawnRows
      output.append(
        TerminalText.ellipsis(isUnicode: options.isUnicode)
          + " \(isAll ? "" : "at least ")\(left.count) more lines\n")
    }
  }

  /// With those between them in which nothing was.
  private static func filled(_ periods: [String]) -> [String] {
    guard var period = periods.first, let last = periods.last else { return [] }
    var all = [period]
    while period < last {
      guard let next = following(period), next <= last, next.utf8.count == last.utf8.count else {
        return periods
      }
      period = next
      all.append(next)
    }
    return all
  }

  /// `2026-01` after `2025-12`, `2026-Q1` after `2025-Q4`, `2026` after `2025`.
  private static func following(_ period: String) -> String? {
    let words = period.split(separator: "-")
    guard let year = words.first.flatMap({ Int($0) }) else { return nil }
    guard words.count > 1 else { return "\(year + 1)" }
    if let quarter = Int(words[1].dropFirst()), words[1].hasPrefix("Q") {
      return quarter < 4 ? "\(year)-Q\(quarter + 1)" : "\(year + 1)-Q1"
    }
    guard let month = Int(words[1]) else { return nil }
    guard month < 12 else { return "\(year + 1)-01" }
    return "\(year)-" + (month < 9 ? "0" : "") + "\(month + 1)"
  }

  /// The highest is a full bar, nothing a dot; what is below zero has its own sign.
  static func bars(_ values: [Int64], isUnicode: Bool = true) -> String {
    let blocks = Array(isUnicode ? "▁▂▃▄▅▆▇█" : "_.-:=+*#")
    let highest = values.max() ?? 0
    return String(
      values.map { value in
        guard value >= 0 else { return isUnicode ? "▾" : "v" }
        guard value > 0 else { return isUnicode ? "·" : " " }
        return blocks[min(Int((Double(value) / Double(highest) * 8).rounded(.up)) - 1, 7)]
      })
  }
}
