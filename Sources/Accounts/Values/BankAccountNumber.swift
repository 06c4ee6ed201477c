/// A bank account number. Its description is masked; only `digits` has the whole number.
package struct BankAccountNumber: FieldValue, Equatable, CustomStringConvertible,
  CustomReflectable
{
  package static let valueName = "bank-account"
  package let digits: String

  package var description: String { "•••" + lastFour }
  package var customMirror: Mirror { Mirror(self, children: []) }
  package var lastFour: String { String(digits.suffix(4)) }

  /// The same number with other zeros at its beginning, and how many more.
  package var withOtherZeros: [(number: BankAccountNumber, more: Int)] {
    let bare = digits.drop { $0 == "0" }
    let zeros = digits.count - bare.count
    return (0...Self.longest - bare.count).filter {
      $0 != zeros && $0 + bare.count >= Self.shortest
    }
    .map {
      (BankAccountNumber(trusted: String(repeating: "0", count: $0) + bare), $0 - zeros)
    }
  }

  private static let shortest = 4
  /// As NACHA allows.
  private static let longest = 17

  package init(trusted digits: String) { self.digits = digits }

  /// A fault never repeats what was typed.
  package init(parsing bytes: CellBytes) throws(ValueFault) {
    let kept = bytes.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    guard (Self.shortest...Self.longest).contains(kept.count), kept.allSatisfy(isDigit) else {
      let damage = Self.damage(bytes)
      throw ValueFault(
        damage == nil ? .malformed : .spreadsheetDamage,
        found: kept.count == 1 ? "1 character" : "\(kept.count) characters",
        expected: "a bank account number of 4 to 17 digits",
        remedy: damage
          ?? "copy it from the check, without the routing number and the check number")
    }
    guard kept.contains(where: { $0 != UInt8(ascii: "0") }) else {
      throw ValueFault(
        .malformed, found: "only zeros (\(kept.count))", expected: "a bank account number",
        remedy: "copy it from the check: a field of zeros only is an empty field")
    }
    if let remedy = Self.doubt(bytes) {
      throw ValueFault(
        .spreadsheetDamage, found: "\(kept.count) characters",
        expected: "a bank account number of 4 to 17 digits", remedy: remedy)
    }
    digits = String(decoding: kept, as: UTF8.self)
  }

  /// Why digits with dashes among them are no number.
  private static func doubt(_ bytes: CellBytes) -> String? {
    let dash = UInt8(ascii: "-")
    if bytes.first == dash || bytes.last == dash {
      return "it has a minus sign; copy the number from the check"
    }
    return DayInText.isDay(bytes, withDashes: true)
      ? "it looks like a date; if it is the number, type it without dashes" : nil
  }

  /// What a spreadsheet has made of it, without a digit of it.
  private static func damage(_ bytes: CellBytes) -> String? {
    if let remedy = SpreadsheetError.remedy(bytes) { return remedy }
    let again = "format the column as text and copy it again"
    if ShortenedNumber(bytes) != nil { return "a spreadsheet shortened the number; \(again)" }
    if NumberInText.isDecimal(bytes) || NumberInText.isGrouped(bytes) {
      return "a spreadsheet converted it to a number, with decimals or commas; \(again)"
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("'") { return SpreadsheetMark.remedy }
    return text.unicodeScalars.contains { $0 != " " && CellBlanks.isBlank($0) }
      ? "it contains special or invisible space characters; type it again" : nil
  }
}
