/// Days and truth values where a number of a record should be.
enum IdentifierDamage {
  /// How to fix it; nil if the cell may be an identifier.
  static func remedy(_ bytes: CellBytes, mayBeDate: Bool) -> String? {
    if let remedy = truthRemedy(bytes) { return remedy }
    guard mayBeDate else { return dayRemedy(bytes) }
    // With a time of day it is a date for sure.
    return bytes.contains(UInt8(ascii: ":")) ? WholeDate.remedy(bytes, .code) : nil
  }

  /// Whether it is a whole day, as `1/1/01`, `01-01-2001` or `2001-01-01`. Few records are numbered so.
  static func isWholeDay(_ bytes: CellBytes) -> Bool {
    DayInText.isDay(bytes, withDashes: true)
      || bytes.count(where: { $0 == UInt8(ascii: "/") }) == 2 && dayRemedy(bytes) != nil
  }

  static func truthRemedy(_ bytes: CellBytes) -> String? {
    isTruth(bytes)
      ? "a spreadsheet's word for true or false; check which column it comes from" : nil
  }

  /// `TRUE` in the languages of spreadsheets.
  private static func isTruth(_ bytes: CellBytes) -> Bool {
    guard (4...9).contains(bytes.count), firstLetters.contains(bytes[0] | 0x20) else {
      return false
    }
    return truths.contains(String(decoding: bytes, as: UTF8.self).uppercased())
  }

  private static let truths: Set<String> = [
    "TRUE", "FALSE", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "FALSO",
  ]
  private static let firstLetters = Array("tfwv".utf8)

  /// How to fix `1/2` or `11/25/15`.
  private static func dayRemedy(_ bytes: CellBytes) -> String? {
    // Of a large file, nearly no cell has one.
    guard bytes.contains(UInt8(ascii: "/")) else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    let year = numbers.count == 3 ? TurnedDate.fourDigits(numbers[2]) : 2000
    guard CivilDate(year: year, month: numbers[0], day: numbers[1]) != nil else { return nil }
    let likely = String(decoding: bytes, as: UTF8.self).replacing("/", with: "-")
    return "a spreadsheet turned it into a date; likely \(likely); format the column as text "
      + "and copy it again"
  }
}

extension TextValue {
  /// Whether it has the form of a whole day, which a spreadsheet may have made of another number.
  package var isWholeDay: Bool {
    var text = self.text
    return text.withCellBytes { IdentifierDamage.isWholeDay($0) }
  }
}
