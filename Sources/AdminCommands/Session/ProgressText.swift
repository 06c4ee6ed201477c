import Reports

/// What a line of progress says: a bar, what is done, how fast it goes and how long it still takes.
struct ProgressText {
  /// What is measured, up to `total`, as the bytes of a file.
  var done: Int
  var total: Int?
  /// What is counted for people; the same as `done` unless they are told of something else.
  var count: Int
  /// What the count is of, e.g. `rows`; empty where only the share says something.
  var unit: String
  /// What else there is to say, e.g. `3 rejected`.
  var detail = ""
  var seconds: Double

  private static let barWidth = 30
  private static let shortBar = 10

  /// Fitted to a terminal: the bar shrinks and goes first, then what says least. The last cell of a line
  /// stays free, or some terminals go on in the next.
  func line(width: Int) -> String {
    let words = Self.joined([detail, counted, rate, left])
    for cells in [Self.barWidth, Self.shortBar] {
      guard let bar = bar(cells) else { break }
      if bar.count + 2 + words.count < width { return bar + "  " + words }
    }
    let shorter = [[counted, rate, left], [counted, left], [counted], [figures]].map(Self.joined)
    let fitting = ([words] + shorter).first { !$0.isEmpty && $0.count < width }
    return fitting ?? TerminalText.cut(words, to: max(width - 1, 1))
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private var share: Double? {
    guard let total, total > 0 else { return nil }
    return min(Double(done) / Double(total), 1)
  }

  private func bar(_ cells: Int) -> String? {
    guard let share else { return nil }
    let filled = Int(share * Double(cells))
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "·", count: cells - filled) + "] \(Int(share * 100)) %"
  }

  private var counted: String { unit.isEmpty ? "" : "\(figures) \(unit)" }

  private var figures: String {
    if unit.isEmpty { return "" }
    guard let total, count == done else { return Self.grouped(count) }
    return "\(Self.grouped(done)) of \(Self.grouped(total))"
  }

  private var rate: String {
    seconds > 0 && !unit.isEmpty ? "\(Self.grouped(Int(Double(count) / seconds))) \(unit)/s" : ""
  }

  /// Empty until there is enough progress to estimate from.
  private var left: String {
    guard let share, share > 0.01, share < 1 else { return "" }
    return Self.duration(Int((seconds * (1 - share) / share).rounded(.up))) + " left"
  }

  /// With commas between thousands.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private static func duration(_ seconds: Int) -> String {
    if seconds < 100 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 100 ? "\(minutes) min" : "\((minutes + 30) / 60) h"
  }
}
