/// What spreadsheets and wrong encodings do to cells. It is named, with what the cell likely was before;
/// it is never stored, and never repaired silently.
enum CellDamage {
  /// A text of a type that would take it as it is.
  static func fault(inText bytes: CellBytes, _ nature: TextNature, expected: String) -> ValueFault?
  {
    let remedy =
      bytes.allSatisfy { $0 < 0x80 }
      ? asciiRemedy(bytes, nature) : wideRemedy(String(decoding: bytes, as: UTF8.self), nature)
    return remedy.map {
      ValueFault(.spreadsheetDamage, found: bytes, expected: expected, remedy: $0)
    }
  }

  /// Why a cell is not of its type, where that is damage. A fault that does not repeat what was typed is
  /// one of a secret, and stays.
  static func naming(_ fault: ValueFault, of bytes: CellBytes) -> ValueFault {
    let text = String(decoding: bytes, as: UTF8.self)
    guard fault.code != .spreadsheetDamage, fault.code != .controlCharacter,
      fault.found == CellBlanks.visible(text),
      let remedy = errorRemedy(bytes) ?? shortenedRemedy(bytes) ?? wideRemedy(text, .code)
    else { return fault }
    return ValueFault(.spreadsheetDamage, found: bytes, expected: fault.expected, remedy: remedy)
  }

  // MARK: - ASCII

  private static func asciiRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    if let remedy = errorRemedy(bytes) { return remedy }
    guard nature != .prose, let first = bytes.first else { return nil }
    if first == UInt8(ascii: "=") { return formulaRemedy(bytes) }
    guard isDigit(first) || isLetter(first) else { return nil }
    return TurnedDate.remedy(bytes, nature) ?? shortenedRemedy(bytes) ?? decimalRemedy(
      bytes, nature)
      ?? groupedRemedy(bytes)
  }

  /// `#N/A`, `#REF!`, or a column that was too narrow.
  static func errorRemedy(_ bytes: CellBytes) -> String? {
    guard bytes.first == UInt8(ascii: "#"), bytes.count > 2 else { return nil }
    if bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) {
      return "the spreadsheet's column was too narrow; widen it and export it again"
    }
    let word = String(decoding: bytes, as: UTF8.self).uppercased()
    guard errors.contains(word) else { return nil }
    return "a spreadsheet error, not a value; correct the formula there, or leave the cell blank"
  }

  private static let errors: Set<String> = [
    "#N/A", "#NA", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#ERROR!",
  ]

  /// `="00123"`, which keeps a spreadsheet from changing the text.
  private static func formulaRemedy(_ bytes: CellBytes) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return nil }
    return "a spreadsheet's formula; likely \(text.dropFirst(2).dropLast())"
  }

  /// `1.23E+11`
  private static func shortenedRemedy(_ bytes: CellBytes) -> String? {
    guard let number = ShortenedNumber(bytes) else { return nil }
    return "a spreadsheet shortened the number; likely \(number.likely); format the column as text "
      + "and export it again"
  }

  /// `5155551452.0`
  private static func decimalRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")),
      point + 1 < bytes.count, point > 0, bytes[..<point].allSatisfy(isDigit),
      bytes[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }),
      // A size may well be 1.0.
      nature == .code || point > 3
    else { return nil }
    return "a spreadsheet converted it to a number; likely "
      + String(decoding: bytes[..<point], as: UTF8.self)
  }

  /// `5,155,551,452`
  private static func groupedRemedy(_ bytes: CellBytes) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count > 1, (1...3).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return "a spreadsheet converted it to a number with commas; likely "
      + String(decoding: parts.joined(), as: UTF8.self)
  }

  // MARK: - Beyond ASCII

  private static func wideRemedy(_ text: String, _ nature: TextNature) -> String? {
    let original = WrongEncoding.original(of: text)
    if (original ?? text).unicodeScalars.contains("\u{FFFD}") {
      return "a letter was lost in an encoding conversion; export the file again as UTF-8"
    }
    if let original {
      return "the file was read in the wrong encoding; likely \(CellBlanks.trimmed(original)); "
        + "export it again as UTF-8"
    }
    guard nature != .prose else { return nil }
    let plain = plain(text, nature)
    if plain == text { return nil }
    let hasBlank = text.unicodeScalars.contains { $0 != " " && CellBlanks.isBlank($0) }
    return
      (hasBlank
      ? "it contains special or invisible space characters"
      : "another program changed the characters that were typed") + "; likely \(plain)"
  }

  /// The text with the signs that a keyboard has.
  private static func plain(_ text: String, _ nature: TextNature) -> String {
    let joins =
      text.unicodeScalars.contains { $0.value >= 0x250 && $0.properties.isAlphabetic }
      || text.unicodeScalars.contains { $0.properties.isEmojiPresentation }
    let scalars = Array(text.unicodeScalars)
    var made = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case let quote where quotes.contains(quote):
        if nature != .code {
          made.append("“”„‟".unicodeScalars.contains(quote) ? "\"" : "'")
        } else if !made.isEmpty, index + 1 < scalars.count {
          made.append("'")
        }
      case "‐", "‑", "‒", "–", "—", "−": made.append(nature == .code ? "-" : scalar)
      // They join letters in some languages.
      case "\u{200C}", "\u{200D}": if joins { made.append(scalar) }
      case " ": made.append(scalar)
      // A space as Chinese and Japanese have it.
      case "\u{3000}": made.append(scalar)
      default:
        if !CellBlanks.isBlank(scalar) {
          made.append(scalar)
        } else if CellBlanks.isSpace(scalar), nature != .code {
          made.append(" ")
        }
      }
    }
    return String(made)
  }

  private static let quotes = "‘’‚‛´“”„‟".unicodeScalars
}

/// How a text is used, and so what can be damage in it.
package enum TextNature: Sendable {
  /// A number or code.
  case code
  /// A name or another line that is looked for by its words.
  case line
  /// A size or the number of an apartment, such as 3/4.
  case measure
  /// What people write to one another, with any punctuation.
  case prose
}
