/// What spreadsheets and wrong encodings do to cells. It is named, with what the cell likely was before;
/// it is never stored, and never repaired silently.
enum CellDamage {
  /// A text of a type that would take it as it is.
  /// - Parameter mayBeDate: whether texts of the type may have the form of a day, as `3/12`.
  static func fault(
    inText bytes: CellBytes, _ nature: TextNature, mayBeDate: Bool, expected: String
  ) -> ValueFault? {
    let remedy =
      bytes.allSatisfy { $0 < 0x80 }
      ? asciiRemedy(bytes, nature, mayBeDate: mayBeDate)
      : SpreadsheetError.remedy(bytes) ?? wideRemedy(bytes, nature)
        ?? (nature == .prose ? nil : wideTextRemedy(bytes, nature))
    return remedy.map {
      ValueFault(.spreadsheetDamage, found: bytes, expected: expected, remedy: $0)
    }
  }

  /// Why a cell is not of its type, where that is damage. A fault that does not repeat what was typed is
  /// one of a secret, and stays.
  static func naming(_ fault: ValueFault, of bytes: CellBytes) -> ValueFault {
    guard fault.code != .spreadsheetDamage, fault.code != .controlCharacter,
      fault.found == CellBlanks.shown(bytes),
      let remedy = errorRemedy(bytes) ?? NumberInText.shortenedRemedy(bytes)
        ?? wideRemedy(bytes, .code)
    else { return fault }
    return ValueFault(.spreadsheetDamage, found: bytes, expected: fault.expected, remedy: remedy)
  }

  /// A spreadsheet's error or a database's NULL, which no type accepts.
  private static func errorRemedy(_ bytes: CellBytes) -> String? {
    SpreadsheetError.remedy(bytes)
      ?? (Placeholder.isDatabaseNull(bytes) ? Placeholder.leaveBlank : nil)
  }

  private static func asciiRemedy(
    _ bytes: CellBytes, _ nature: TextNature, mayBeDate: Bool
  ) -> String? {
    if let remedy = errorRemedy(bytes) { return remedy }
    guard nature != .prose, let first = bytes.first else { return nil }
    if first == UInt8(ascii: "=") {
      return NumberInText.formulaRemedy(bytes) ?? EscapedText.remedy(bytes)
    }
    if let remedy = Placeholder.remedy(bytes, nature) ?? EscapedText.remedy(bytes)
      ?? AmountInText.remedy(bytes)
    {
      return remedy
    }
    if let remedy = LostLetter.remedy(bytes) { return remedy }
    if first == UInt8(ascii: "'") { return NumberInText.markRemedy(bytes, nature) }
    guard isDigit(first) || isLetter(first) else { return nil }
    if let remedy = TurnedDate.remedy(bytes, nature) { return remedy }
    if !mayBeDate, let remedy = WholeDate.remedy(bytes, nature) { return remedy }
    return NumberInText.remedy(bytes, nature)
  }

  /// What is no damage to a value of another type.
  private static func wideTextRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    TurnedDate.remedy(bytes, nature)
      ?? TurnedDate.wideRemedy(String(decoding: bytes, as: UTF8.self), nature)
      ?? LostLetter.remedy(bytes)
  }

  private static func wideRemedy(_ bytes: CellBytes, _ nature: TextNature) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let original = WrongEncoding.original(of: text)
    if (original ?? text).unicodeScalars.contains("\u{FFFD}") {
      return "a letter was lost in an encoding conversion; export the file again as UTF-8"
    }
    if let original {
      let likely = CellBlanks.trimmed(nature == .prose ? original : plain(original, nature))
      return "the file was read in the wrong encoding; likely \(likely); export it again as UTF-8"
    }
    if nature == .prose {
      return text.unicodeScalars.contains("\u{FEFF}")
        ? "it contains a byte order mark, which begins a file and is no text; type the word again"
        : nil
    }
    if Placeholder.isPunctuation(text), !Mask.isMasked(bytes) { return Placeholder.leaveBlank }
    if let remedy = OldEncoding.remedy(text) ?? EscapedText.remedy(bytes) { return remedy }
    let likely = plain(text, nature)
    if likely == text { return nil }
    let hasBlank = text.unicodeScalars.contains { $0 != " " && CellBlanks.isBlank($0) }
    return
      (hasBlank
      ? "it contains special or invisible space characters"
      : "another program changed the characters that were typed") + "; likely \(likely)"
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
        if let typed = TypesetSign.typed(scalar, nature) {
          made.append(contentsOf: typed.unicodeScalars)
        } else if !CellBlanks.isBlank(scalar) {
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
  /// A size, such as 3/4 or 1.0.
  case measure
  /// The number of an apartment, such as 3/4.
  case place
  /// What people write to one another, with any punctuation.
  case prose

  /// Whether a date may have been a fraction.
  var isFraction: Bool { self == .measure || self == .place }
}
