import Values

/// Spans of days that do not touch each other, in order.
struct DayGaps {
  /// From its first day up to its last, both in it.
  typealias Span = ClosedRange<Int>

  private(set) var spans: [Span] = []

  static let past = Int(Int32.min)
  static let future = Int(Int32.max)

  /// The span that a day is in.
  func span(holding day: Int) -> Span? {
    let place = place(of: day)
    return place < spans.count && spans[place].contains(day) ? spans[place] : nil
  }

  /// The nearest span that is worth its own question to jump over and that ends before a day.
  func long(before day: Int) -> Span? {
    let end = place(of: day)
    return spans[max(0, end - Self.mostSpans)..<end].last(where: Self.isLong)
  }

  /// The same that begins after a day.
  func long(after day: Int) -> Span? {
    let start = spans.endOfFirst { $0.lowerBound <= day }
    return spans[start..<min(spans.count, start + Self.mostSpans)].first(where: Self.isLong)
  }

  private static func isLong(_ span: Span) -> Bool { span.count > longest }

  /// Up to this many days are read as fast as they are skipped.
  private static let longest = 20
  private static let mostSpans = 32

  /// Adds a span, which becomes one with those that it meets.
  mutating func add(_ span: Span) {
    let first = place(of: span.lowerBound - 1)
    var end = first
    var (low, high) = (span.lowerBound, span.upperBound)
    while end < spans.count, spans[end].lowerBound <= high + 1 {
      low = min(low, spans[end].lowerBound)
      high = max(high, spans[end].upperBound)
      end += 1
    }
    spans.replaceSubrange(first..<end, with: [low...high])
  }

  /// Removes a day from its span.
  mutating func cut(at day: Int) {
    let place = place(of: day)
    guard place < spans.count, spans[place].contains(day) else { return }
    let span = spans.remove(at: place)
    if day < span.upperBound { spans.insert(day + 1...span.upperBound, at: place) }
    if span.lowerBound < day { spans.insert(span.lowerBound...day - 1, at: place) }
  }

  /// The first span that does not end before a day.
  private func place(of day: Int) -> Int {
    spans.endOfFirst { $0.upperBound < day }
  }
}
