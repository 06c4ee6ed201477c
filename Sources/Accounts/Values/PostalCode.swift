/// A postal code: US ZIP (12345 or 12345-6789) or another country's.
package struct PostalCode: TextValue {
  package static let valueName = "postal-code"
  package static let expected = "a postal code, e.g. 78701 or 78701-1234"
  package static let longest = 12
  package static let nature = TextNature.code
  /// A date has words of its own.
  package static let mayBeDate = true
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    if let remedy = damageRemedy(bytes) {
      return ValueFault(.spreadsheetDamage, found: bytes, expected: expected, remedy: remedy)
    }
    let allowed = bytes.allSatisfy { byte in
      isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }
    guard allowed, bytes.count >= 3 else {
      return malformed(bytes, "use three or more letters, digits, spaces and dashes")
    }
    return bytes.contains(where: isDigit)
      ? nil : malformed(bytes, "a postal code has digits; check which column it comes from")
  }

  private static func malformed(_ bytes: CellBytes, _ remedy: String) -> ValueFault {
    ValueFault(.malformed, found: bytes, expected: expected, remedy: remedy)
  }

  private static func damageRemedy(_ bytes: CellBytes) -> String? {
    if bytes.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }) {
      return Placeholder.leaveBlank
    }
    if let likely = withLostZeros(bytes) {
      return "a leading zero was lost; likely \(likely); put the country code before a foreign "
        + "postal code, e.g. AU-2000"
    }
    if let remedy = TurnedDate.remedy(bytes, nature, isNoWord: true) { return remedy }
    if isPhone(bytes) { return "it is a telephone number; check which column it comes from" }
    if let likely = withDigit(bytes) { return "a letter stands for a digit; likely \(likely)" }
    if (try? CivilDate(parsing: bytes)) != nil || DayInText.isDay(bytes, withDashes: true) {
      return "a spreadsheet turned it into a date; copy the code from its source again"
    }
    let dash = UInt8(ascii: "-")
    guard bytes.first == dash || bytes.last == dash else { return nil }
    let likely = String(decoding: bytes, as: UTF8.self)
      .split(separator: "-").joined(separator: "-")
    return "two fields were joined, of which one was blank; likely \(likely)"
  }

  /// `512-555-0142`
  private static func isPhone(_ bytes: CellBytes) -> Bool {
    bytes.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }.map(\.count) == [3, 3, 4]
      && bytes.count(where: isDigit) == PhoneNumber.digitCount
  }

  /// The ZIP code that was typed as `O2134` or `l2134`.
  private static func withDigit(_ bytes: CellBytes) -> String? {
    let code = bytes.prefix { $0 != UInt8(ascii: "-") }
    guard code.count == 5, code.count(where: isDigit) == 4, !code.allSatisfy(isDigit),
      bytes[5...].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    let digits = String(decoding: bytes, as: UTF8.self).map { letter -> String in
      switch letter {
      case "O", "o": "0"
      case "l", "I": "1"
      default: String(letter)
      }
    }.joined()
    return digits.utf8.prefix(5).allSatisfy(isDigit) ? digits : nil
  }

  /// What a ZIP code was that has lost its first zeros, and perhaps its dash, as a number.
  private static func withLostZeros(_ bytes: CellBytes) -> String? {
    guard bytes.allSatisfy(isDigit), [3, 4, 7, 8].contains(bytes.count) else { return nil }
    let width = bytes.count < 5 ? 5 : 9
    let digits =
      String(repeating: "0", count: width - bytes.count) + String(decoding: bytes, as: UTF8.self)
    return width == 5 ? digits : "\(digits.prefix(5))-\(digits.suffix(4))"
  }
}
