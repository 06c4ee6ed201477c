/// What spreadsheets and programs make of a text that looks like a number.
enum NumberInText {
  /// How to fix it; nil if the text may be as it was typed.
  static func remedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    shortenedRemedy(bytes) ?? decimalRemedy(bytes, nature) ?? groupedRemedy(bytes)
      ?? separatedRemedy(bytes)
  }

  /// `1.234,56` and `1,234.56`
  private static func separatedRemedy(_ bytes: CellBytes) -> String? {
    let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    guard bytes.contains(comma), bytes.contains(point),
      bytes.allSatisfy({ isDigit($0) || $0 == comma || $0 == point }),
      let likely = NumberDamage.likely(bytes)
    else { return nil }
    return "it is a number with a separator of thousands; likely \(likely); check which column it "
      + "comes from"
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
    if isTiny(bytes) {
      return "a spreadsheet shortened the number; format the column as text and export it again"
    }
    return ShortenedNumber(bytes).map {
      "\($0.cause); likely \($0.likely); format the column as text and export it again"
    }
  }

  /// `1.23E-05`
  private static func isTiny(_ bytes: CellBytes) -> Bool {
    guard bytes.count > 5, isDigit(bytes[0]),
      bytes[1] == UInt8(ascii: ".") || bytes[1] == UInt8(ascii: ","),
      let e = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), e > 2,
      (2...4).contains(bytes.count - e - 1), bytes[e + 1] == UInt8(ascii: "-")
    else { return false }
    return bytes[2..<e].allSatisfy(isDigit) && bytes[(e + 2)...].allSatisfy(isDigit)
  }

  /// `5155551452.0`, `5155551452,0`
  private static func decimalRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    guard let whole = wholePart(bytes), whole.utf8.count >= fewestDigits(nature) else {
      return nil
    }
    return "a spreadsheet converted it to a number; likely \(whole)"
  }

  static func isDecimal(_ bytes: CellBytes) -> Bool { wholePart(bytes) != nil }

  /// The digits before decimals of zeros, as in `21.0` and, in other countries, `21,0`; nil if there are none.
  static func wholePart(_ bytes: CellBytes) -> String? {
    let whole = bytes.prefix(while: isDigit)
    let decimals = bytes.dropFirst(whole.count + 1)
    guard !whole.isEmpty, !decimals.isEmpty, decimals.allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    let mark = bytes[whole.count]
    // A comma before three digits separates thousands.
    return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") && decimals.count < 3
      ? String(decoding: whole, as: UTF8.self) : nil
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
