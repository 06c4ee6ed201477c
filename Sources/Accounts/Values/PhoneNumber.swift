/// A telephone number as people write it; at least seven digits.
package struct PhoneNumber: TextValue {
  package static let valueName = "phone"
  package static let isPersonal = true
  package static let expected = "a telephone number, e.g. 512-555-0142"
  /// Those of a number with its area code.
  package static let digitCount = 10
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
    guard bytes.count(where: isDigit) >= 7 else {
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
    guard let first = bytes.first(where: isDigit),
      !bytes.allSatisfy({ !isDigit($0) || $0 == first })
    else { return "this is a placeholder, not a number; leave the field blank" }
    if WholeDate.day(bytes) != nil { return WholeDate.other }
    if bytes.first == UInt8(ascii: "-") {
      return "leave out the minus sign; likely "
        + String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
    return isDecimal(bytes) ? "it is a number with decimals; check it at its source" : nil
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
