/// What programs and people write where there is nothing: `-`, `N/A`, `NULL`.
enum Placeholder {
  static let leaveBlank = "this is a placeholder, not a value; leave the field blank"

  /// How to fix a text of ASCII; nil if it may be a value.
  static func remedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    guard bytes.contains(where: { isDigit($0) || isLetter($0) }) else { return ofMarks(bytes) }
    guard let first = bytes.first, bytes.count <= 15 else { return nil }
    switch first | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "u"), UInt8(ascii: "<"), UInt8(ascii: "[") | 0x20:
      return isWord(bytes, nature) ? leaveBlank : nil
    case UInt8(ascii: "("): return isWord(bytes, nature) || isNoPhone(bytes) ? leaveBlank : nil
    case UInt8(ascii: "0"), UInt8(ascii: "1"):
      if isNoPhone(bytes) { return leaveBlank }
      return isNoTime(bytes) || nature == .line && isZero(bytes) ? zero : nil
    default: return nil
    }
  }

  /// `\N`, as databases write NULL to a file.
  static func isDatabaseNull(_ bytes: CellBytes) -> Bool { bytes.elementsEqual("\\N".utf8) }

  /// `000-000-0000`
  private static func isNoPhone(_ bytes: CellBytes) -> Bool {
    bytes.count > PhoneNumber.digitCount
      && bytes.count(where: { $0 == UInt8(ascii: "0") }) == PhoneNumber.digitCount
      && bytes.allSatisfy { "0-(). ".utf8.contains($0) }
  }

  /// A spreadsheet's zero as a time of day.
  private static func isNoTime(_ bytes: CellBytes) -> Bool {
    bytes.contains(UInt8(ascii: ":"))
      && ["0:00", "00:00", "0:00:00", "00:00:00", "12:00 am", "12:00:00 am"].contains(
        String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// Whether the text has no letter, no digit and no other sign than punctuation.
  static func isPunctuation(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if CellBlanks.isBlank(scalar) || scalar == "−" { return true }
      switch scalar.properties.generalCategory {
      case .dashPunctuation, .otherPunctuation, .initialPunctuation, .finalPunctuation,
        .openPunctuation, .closePunctuation, .connectorPunctuation:
        return true
      default: return false
      }
    }
  }

  /// In a number or a reference, also words that may well be names.
  static func isNone(_ bytes: CellBytes) -> Bool {
    guard (2...4).contains(bytes.count), bytes[0] | 0x20 == UInt8(ascii: "n") else { return false }
    return ["na", "nil", "none", "null", "nan"].contains(
      String(decoding: bytes, as: UTF8.self).lowercased())
  }

  private static let zero = "a spreadsheet gives 0 for a blank cell; leave the field blank"

  private static func ofMarks(_ bytes: CellBytes) -> String? {
    // The e-mail address, whose parts are missing, has its own words.
    guard !bytes.contains(UInt8(ascii: "@")) else { return nil }
    return bytes.allSatisfy { AmountInText.isMoney($0) || $0 == UInt8(ascii: " ") }
      ? AmountInText.empty : leaveBlank
  }

  private static func isZero(_ bytes: CellBytes) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
  }

  /// There are people whose name is Null, and places whose code is NA.
  private static func isWord(_ bytes: CellBytes, _ nature: TextNature) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if text == "NaN" || text == "NaT" { return true }
    let word = text.lowercased()
    return [
      "n/a", "undefined", "(null)", "<null>", "[null]", "(none)", "(blank)", "[object object]",
    ].contains(word) || nature != .line && ["null", "nan"].contains(word)
  }
}
