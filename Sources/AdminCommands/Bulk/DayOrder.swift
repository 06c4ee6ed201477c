import Accounts

/// Whether a file's dates have the day or the month first. If one can only have the day first, those of its
/// column that may be read both ways probably have it first, too.
final class DayOrder {
  /// A cell.
  private struct Cell {
    let line: Int
    let text: String
  }

  private let fields: [FieldInfo]
  /// By field, the first date that may be read both ways, and the first that has the day first.
  private var ambiguous: [Cell?]
  private var dayFirst: [Cell?]

  init(_ fields: [FieldInfo]) {
    self.fields = fields
    ambiguous = fields.map { _ in nil }
    dayFirst = fields.map { _ in nil }
  }

  func note(_ field: Int, _ bytes: CellBytes, line: Int) {
    guard fields[field].isDate, dayFirst[field] == nil || ambiguous[field] == nil,
      // 2026-11-25 is the usual case.
      let cell = CellBlanks.trimmed(bytes), cell.prefix(3).contains(UInt8(ascii: "/"))
    else { return }
    let text = String(decoding: cell, as: UTF8.self)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], parts[2] != nil,
      (1...12).contains(second), first != second
    else { return }
    if (1...12).contains(first) {
      if ambiguous[field] == nil { ambiguous[field] = Cell(line: line, text: text) }
    } else if (13...31).contains(first), dayFirst[field] == nil {
      dayFirst[field] = Cell(line: line, text: text)
    }
  }

  /// What is wrong, in words: `column on: line 3 has 13/11/2026 …`; nil if nothing is.
  var fault: String? {
    for (index, field) in fields.enumerated() {
      guard let known = dayFirst[index], let other = ambiguous[index] else { continue }
      return "column \(field.name): line \(known.line) has \(known.text), with the day first, so "
        + "\(other.text) on line \(other.line), and others like it, may have the day first, too"
    }
    return nil
  }
}
