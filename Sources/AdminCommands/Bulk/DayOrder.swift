import Accounts

/// How a file writes its days: with the day or the month first, and in which rows. A program that writes a
/// file has one order, so if one date can only have the day first, those of any column that may be read
/// both ways probably have it first, too.
final class DayOrder {
  /// A cell with a day.
  private struct Cell {
    let line: Int
    let field: Int
    let text: String
  }

  private let fields: [FieldInfo]
  /// The first date that may be read both ways, and the first that has the day first.
  private var ambiguous: Cell?
  private var dayFirst: Cell?
  /// By field, the first cell with a day, and the first line that is empty and so means today.
  private var filled: [Cell?]
  private var empty: [Int?]

  init(_ fields: [FieldInfo]) {
    self.fields = fields
    filled = fields.map { _ in nil }
    empty = fields.map { _ in nil }
  }

  func note(_ field: Int, _ bytes: CellBytes, line: Int) {
    guard fields[field].isDate else { return }
    guard let cell = CellBlanks.trimmed(bytes) else {
      if fields[field].isTodayByDefault, empty[field] == nil { empty[field] = line }
      return
    }
    if filled[field] == nil { filled[field] = Self.cell(field, cell, line) }
    guard dayFirst == nil || ambiguous == nil,
      // 2026-11-25 is the usual case.
      cell.prefix(3).contains(UInt8(ascii: "/"))
    else { return }
    noteOrder(Self.cell(field, cell, line))
  }

  private static func cell(_ field: Int, _ bytes: CellBytes, _ line: Int) -> Cell {
    Cell(line: line, field: field, text: String(decoding: bytes, as: UTF8.self))
  }

  private func noteOrder(_ cell: Cell) {
    let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], parts[2] != nil,
      (1...12).contains(second), first != second
    else { return }
    if (1...12).contains(first) {
      if ambiguous == nil { ambiguous = cell }
    } else if (13...31).contains(first), dayFirst == nil {
      dayFirst = cell
    }
  }

  /// What is wrong with the order, in words: `column on: line 3 has 13/11/2026 …`; nil if nothing is.
  var fault: String? {
    guard let known = dayFirst, let other = ambiguous else { return nil }
    let column = known.field == other.field ? "" : " (column \(fields[other.field].name))"
    return "column \(fields[known.field].name): line \(known.line) has \(known.text), with the day "
      + "first, so \(other.text) on line \(other.line)\(column), and others like it, may have the "
      + "day first, too"
  }

  /// What is wrong with rows that do not say their day where others do, as in a sheet that has it in
  /// the first row of a group; nil if nothing is.
  /// - Parameter undated: the first line whose record gets today for its `on`, as far as its rule tells.
  func emptyFault(undated: Int?) -> String? {
    for (index, field) in fields.enumerated() {
      let line = empty[index] ?? (field.name == "on" ? undated : nil)
      guard let known = filled[index], let line else { continue }
      return "column \(field.name): line \(line) has no date and would get today's, but line "
        + "\(known.line) has \(known.text)"
    }
    return nil
  }
}
