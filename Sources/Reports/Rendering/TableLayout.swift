import Accounts

/// How wide the columns of a table are.
struct TableLayout: Equatable {
  /// Two blanks between columns.
  static let gap = 2
  /// Four letters and the mark of the cut.
  static let narrowest = 5
  private static let readable = 30

  /// Of columns with gaps between them.
  static func width(_ columns: [Int]) -> Int { columns.reduce(gap * max(columns.count - 1, 0), +) }

  let widths: [Int]
  /// Cells that a row may still take beyond the columns before the terminal would break it.
  let slack: Int
  /// Enough is left of every column to know what it says.
  let isLegible: Bool

  /// On a terminal titles give way to what is under them, then the widest text columns shrink,
  /// all to the same width, until the table fits, but none below what is legible, or else below its
  /// least. Where even that is not enough the terminal breaks the lines, and texts may as well be read.
  init(natural: [Int], content: ContentWidths, terminal: Int?) {
    isLegible = terminal.map { Self.width(content.legible) <= $0 } ?? true
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
    let least = isLegible ? content.legible : content.least
    func shrunk(to limit: Int) -> [Int] {
      zip(content.widest, least).map { max(min($0, limit), $1) }
    }
    var low = least.reduce(gaps, +) <= terminal ? Self.narrowest : Self.readable
    var high = max(low, natural.max() ?? 0)
    while low < high {
      let middle = (low + high + 1) / 2
      if shrunk(to: middle).reduce(gaps, +) <= terminal { low = middle } else { high = middle - 1 }
    }
    var result = shrunk(to: low)
    var left = terminal - result.reduce(gaps, +)
    for index in result.indices where left > 0 && result[index] < content.widest[index] {
      result[index] += 1
      left -= 1
    }
    for index in result.indices where left > 0 && result[index] >= content.widest[index] {
      let more = min(left, natural[index] - result[index])
      result[index] += more
      left -= more
    }
    widths = result
  }
}

/// How wide columns are without their titles, and how narrow they may get. Numbers, dates and codes
/// stay whole: a cut number is a wrong one.
struct ContentWidths {
  /// Longer than an account number, a meter's serial or a day.
  private static let longestCode = 24
  /// A word that says nothing when it is cut, as a status.
  private static let shortWord = 9

  /// Of a name or an address of which enough is left to know it by.
  private static let shortestText = 10
  /// Of a title of which enough is left to tell it from the others.
  private static let shortestTitle = 8

  private(set) var widest: [Int] = []
  private(set) var least: [Int] = []
  /// With less a row says too little: a line for each cell is better.
  private(set) var legible: [Int] = []

  init(of cells: TableCells, natural: [Int], columns: [ReportColumn]) {
    for column in columns.indices {
      var longest = TableLayout.narrowest
      var isWhole = true
      for index in stride(from: column, to: cells.count, by: columns.count) {
        let width = cells.width(index)
        longest = max(longest, width)
        isWhole =
          isWhole
          && (width <= Self.shortWord || (width <= Self.longestCode && cells.isCode(index)))
      }
      longest = min(longest, natural[column])
      isWhole = isWhole || columns[column].isWhole || columns[column].kind != .text
      widest.append(longest)
      least.append(isWhole ? longest : min(TableLayout.narrowest, longest))
      let content = isWhole ? longest : min(Self.shortestText, longest)
      legible.append(max(content, min(Self.shortestTitle, natural[column])))
    }
  }

  /// Of some of the columns.
  func only(_ columns: [Int]) -> ContentWidths {
    var some = self
    some.widest = columns.map { widest[$0] }
    some.least = columns.map { least[$0] }
    some.legible = columns.map { legible[$0] }
    return some
  }
}
