/// How many values lie in ranges of one width, which grows so that there are never many ranges.
struct ValueCounts {
  /// Values from one on, up to below another; nil if it has no end.
  struct Range: Equatable {
    let from: Int64?
    let below: Int64?
    let count: Int
  }

  /// Ranges that are kept, and that are shown.
  private static let most = 10_000
  private static let shown = 15
  /// One of this many values, at either end, does not decide the width.
  private static let outlying = 100

  /// A power of ten.
  private var width: Int64 = 1
  /// By the number of the range: its first value divided by the width.
  private var counts: [Int64: Int] = [:]

  mutating func add(_ value: Int64) {
    counts[Self.floor(value, width), default: 0] += 1
    while counts.count > Self.most {
      width *= 10
      counts = Self.merged(counts, 10)
    }
  }

  /// Ranges of a width that is 1, 2 or 5 times a power of ten, and what lies far out in one before or after them.
  var ranges: [Range] {
    let keys = counts.keys.sorted()
    guard let lowest = common(keys), let highest = common(keys.reversed()) else { return [] }
    let times = Self.times(lowest, highest)
    let (first, last) = (Self.floor(lowest, times), Self.floor(highest, times))
    let merged = Self.merged(counts, times)
    let wide = width * times
    let below = merged.filter { $0.key < first }.reduce(0) { $0 + $1.value }
    let above = merged.filter { $0.key > last }.reduce(0) { $0 + $1.value }
    return (below > 0 ? [Range(from: nil, below: first * wide, count: below)] : [])
      + (first...last).map {
        Range(from: $0 * wide, below: ($0 + 1) * wide, count: merged[$0] ?? 0)
      } + (above > 0 ? [Range(from: (last + 1) * wide, below: nil, count: above)] : [])
  }

  /// The first of the keys that is not far out.
  private func common(_ keys: [Int64]) -> Int64? {
    let few = counts.values.reduce(0, +) / Self.outlying
    var passed = 0
    return keys.first { key in
      passed += counts[key] ?? 0
      return passed > few
    }
  }

  private static func times(_ lowest: Int64, _ highest: Int64) -> Int64 {
    let steps: [Int64] = [1, 2, 5]
    var (power, step): (Int64, Int) = (1, 0)
    while floor(highest, power * steps[step]) - floor(lowest, power * steps[step]) >= Int64(shown) {
      step = (step + 1) % steps.count
      if step == 0 { power *= 10 }
    }
    return power * steps[step]
  }

  private static func merged(_ counts: [Int64: Int], _ times: Int64) -> [Int64: Int] {
    Dictionary(counts.map { (floor($0.key, times), $0.value) }, uniquingKeysWith: +)
  }

  /// The quotient, rounded down also below zero.
  private static func floor(_ value: Int64, _ width: Int64) -> Int64 {
    let quotient = value / width
    return value % width < 0 ? quotient - 1 : quotient
  }
}
