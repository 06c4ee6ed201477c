/// What spreadsheets and programs make of a text that looks like a number.
enum NumberInText {
  /// How to fix it; nil if the text may be as it was typed.
  static func remedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    shortenedRemedy(bytes) ?? decimalRemedy(bytes, nature) ?? groupedRemedy(bytes)
  }

  /// `="00123"`, which keeps a spreadsheet from changing the text.
  static func formulaRemedy(_ bytes: CellBytes) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return nil }
    return "a spreadsheet's formula; likely \(text.dropFirst(2).dropLast())"
  }

  /// `'00123`, for the same reason. Names begin with an apostrophe, too.
  static func markRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    let rest = SpreadsheetMark.rest(of: bytes)
    guard let first = rest.first, isDigit(first),
      nature != .line || rest.count > 2 && rest.allSatisfy(isDigit)
    else { return nil }
    return SpreadsheetMark.remedy(likely: String(decoding: rest, as: UTF8.self))
  }

  /// `1.23E+11`
  static func shortenedRemedy(_ bytes: CellBytes) -> String? {
    ShortenedNumber(bytes).map {
      "\($0.cause); likely \($0.likely); format the column as text and export it again"
    }
  }

  /// `5155551452.0`
  private static func decimalRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    guard isDecimal(bytes), let point = bytes.firstIndex(of: UInt8(ascii: ".")),
      point >= fewestDigits(nature)
    else { return nil }
    return "a spreadsheet converted it to a number; likely "
      + String(decoding: bytes[..<point], as: UTF8.self)
  }

  static func isDecimal(_ bytes: CellBytes) -> Bool {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), point > 0, point + 1 < bytes.count
    else { return false }
    return bytes[..<point].allSatisfy(isDigit)
      && bytes[(point + 1)...].allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// A size may well be 1.0 or 12.0, and a title 2.0.
  private static func fewestDigits(_ nature: TextNature) -> Int {
    switch nature {
    case .code, .place, .prose: 1
    case .line: 2
    case .measure: 4
    }
  }

  /// `5,155,551,452`
  private static func groupedRemedy(_ bytes: CellBytes) -> String? {
    guard isGrouped(bytes) else { return nil }
    return "a spreadsheet converted it to a number with commas; likely "
      + String(decoding: bytes.filter(isDigit), as: UTF8.self)
  }

  static func isGrouped(_ bytes: CellBytes) -> Bool {
    guard bytes.contains(UInt8(ascii: ",")) else { return false }
    let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 }
      && parts.allSatisfy { $0.allSatisfy(isDigit) }
  }
}
