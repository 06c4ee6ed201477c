import Accounts

/// How wide the columns of a table are.
struct TableLayout: Equatable {
  /// Two blanks between columns.
  static let gap = 2
  /// Four letters and the mark of the cut.
  static let narrowest = 5

  let widths: [Int]
  /// Cells that a row may still take beyond the columns before the terminal would break it.
  let slack: Int

  /// On a terminal the widest text columns shrink, all to the same width, until the table fits.
  /// Numbers and dates stay whole: a cut number is a wrong one.
  init(natural: [Int], kinds: [ColumnType], terminal: Int?) {
    guard let terminal else {
      widths = natural
      slack = .max
      return
    }
    let gaps = Self.gap * max(natural.count - 1, 0)
    let total = natural.reduce(gaps, +)
    guard total > terminal else {
      widths = natural
      slack = terminal - total
      return
    }
    slack = 0
    func shrunk(to limit: Int) -> [Int] {
      zip(natural, kinds).map { width, kind in kind == .text ? min(width, limit) : width }
    }
    var low = Self.narrowest
    var high = max(low, natural.max() ?? 0)
    while low < high {
      let middle = (low + high + 1) / 2
      if shrunk(to: middle).reduce(gaps, +) <= terminal { low = middle } else { high = middle - 1 }
    }
    var result = shrunk(to: low)
    var left = terminal - result.reduce(gaps, +)
    for index in result.indices where left > 0 && result[index] < natural[index] {
      result[index] += 1
      left -= 1
    }
    widths = result
  }
}
