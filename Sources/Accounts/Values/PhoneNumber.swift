/// A telephone number as people write it; at least seven digits.
package struct PhoneNumber: TextValue {
  package static let valueName = "phone"
  package static let isPersonal = true
  package static let expected = "a telephone number, e.g. 512-555-0142"
  /// Those of a number with its area code.
  package static let digitCount = 10
  static let leastDigits = 7
  package static let nature = TextNature.code
  /// A date has words of its own.
  package static let mayBeDate = true
  package static let longest = 40
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let words = bytes.split { !isLetter($0) }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    guard words.allSatisfy(["x", "ext", "extension"].contains),
      bytes.allSatisfy({ isDigit($0) || isLetter($0) || " ()+-./,;#".utf8.contains($0) })
    else {
      return ValueFault(.malformed, found: bytes, expected: expected, remedy: Self.remedy(bytes))
    }
    guard bytes.count(where: isDigit) >= leastDigits else {
      return ValueFault(
        .malformed, found: bytes, expected: expected, remedy: "too few digits: add the area code")
    }
    if let letter = bytes.lastIndex(where: isLetter), !bytes[letter...].contains(where: isDigit) {
      return ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: "add the extension, or leave out what is before it")
    }
    return damageRemedy(bytes).map {
      ValueFault(.spreadsheetDamage, found: bytes, expected: expected, remedy: $0)
    }
  }

  private static func remedy(_ bytes: CellBytes) -> String {
    if Mask.isMasked(bytes) { return Mask.remedy }
    return "use digits, spaces, periods, dashes and parentheses, and x before an extension"
  }

  private static func damageRemedy(_ bytes: CellBytes) -> String? {
    if isPlaceholder(bytes) { return "this is a placeholder, not a number; leave the field blank" }
    if DayInText.isDay(bytes, withDashes: true) { return WholeDate.other }
    if let likely = withoutDecimals(bytes) {
      return "a spreadsheet converted it to a number; likely \(likely)"
    }
    if lacksDigit(bytes) { return "too few digits; check it at its source" }
    if bytes.first == UInt8(ascii: "-") {
      return "leave out the minus sign; likely "
        + String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
    return isDecimal(bytes) ? "it is a number with decimals; check it at its source" : nil
  }

  /// The same digit throughout, or all of them in order, also behind the code of the United States.
  private static func isPlaceholder(_ bytes: CellBytes) -> Bool {
    var digits = bytes.filter(isDigit)
    if digits.count == digitCount + 1, digits.first == UInt8(ascii: "1") { digits.removeFirst() }
    guard let first = digits.first else { return true }
    return digits.allSatisfy { $0 == first }
      || ["1234567890", "0123456789"].contains(String(decoding: digits, as: UTF8.self))
  }

  /// What stands before `.0`, `,0` or `;0`, unless that may be a last group of digits.
  private static func withoutDecimals(_ bytes: CellBytes) -> String? {
    guard let mark = bytes.lastIndex(where: { ".,;".utf8.contains($0) }) else { return nil }
    let decimals = bytes[(mark + 1)...]
    let number = bytes[..<mark]
    guard (1...2).contains(decimals.count), decimals.allSatisfy({ $0 == UInt8(ascii: "0") }),
      number.count(where: isDigit) >= leastDigits,
      decimals.count == 1 && number.count(where: isDigit) >= digitCount
        || !number.contains(bytes[mark])
    else { return nil }
    return String(decoding: number, as: UTF8.self)
  }

  /// `(515) 555-145`
  private static func lacksDigit(_ bytes: CellBytes) -> Bool {
    let signs = bytes.filter { $0 != UInt8(ascii: " ") }
    let shape = String(decoding: signs.map { isDigit($0) ? 0x30 : $0 }, as: UTF8.self)
    let isOfUS = ["(000)000-0", "(000)000-00", "(000)000-000"].contains(shape)
    return isOfUS && bytes[1] != UInt8(ascii: "0")
  }

  /// `5155551452.5` and `51.55551452`, but not `555.1452`, `515.5551452` or a prefix as `06.12345678`.
  private static func isDecimal(_ bytes: CellBytes) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
      bytes.first != UInt8(ascii: "0")
    else { return false }
    let (whole, decimals) = (parts[0].count, parts[1].count)
    return decimals < 4 || whole + decimals == digitCount && whole != 3 && whole != 6
  }
}
