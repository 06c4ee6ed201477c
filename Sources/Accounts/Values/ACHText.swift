/// Text in the letters that a file for the bank can have. Source: Nacha Operating Rules, Appendix Three:
/// alphameric fields hold A-Z, 0-9, the blank and a few ASCII marks.
package enum ACHText {
  /// The text in capitals, its letters without accents and in their usual Latin spelling; what has no
  /// such spelling is left out. Nil if no letter and no digit remains.
  package static func transliterated(_ text: String) -> String? {
    let spelled = text.unicodeScalars.map(spelling).joined().uppercased()
    let words = spelled.split(separator: " ").joined(separator: " ")
    return words.utf8.contains(where: isLetterOrDigit) ? words : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func spelling(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) ? String(scalar) : " " }
    if let spelling = spellings[scalar] { return spelling }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return " "
    case .dashPunctuation: return "-"
    case .nonspacingMark, .format, .control: return ""
    case .decimalNumber: return String(Int(scalar.properties.numericValue ?? 0))
    default: return scalar.properties.name.flatMap(latin) ?? ""
    }
  }

  /// The plain letters of LATIN CAPITAL LETTER N WITH TILDE, and of the wide forms of East Asia.
  private static func latin(_ name: String) -> String? {
    let name = name.hasPrefix("FULLWIDTH ") ? name.dropFirst("FULLWIDTH ".count) : name[...]
    for start in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER "] where name.hasPrefix(start) {
      let letters = name.dropFirst(start.count).prefix { $0 != " " }
      return letters.count <= 2 ? String(letters) : nil
    }
    return nil
  }

  /// What Unicode's names do not tell.
  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "SS", "ẞ": "SS", "Þ": "TH", "þ": "TH", "Ð": "D", "ð": "D", "ı": "I", "Ŋ": "NG",
    "ŋ": "NG", "Ə": "A", "ə": "A", "ʼ": "'", "ʻ": "'", "‘": "'", "’": "'", "‚": ",", "“": "\"",
    "”": "\"", "„": "\"", "«": "\"", "»": "\"", "…": "...", "·": ".", "ª": "A", "º": "O",
    "№": "NO", "Œ": "OE", "œ": "OE", "Ĳ": "IJ", "ĳ": "IJ", "ﬁ": "FI", "ﬂ": "FL", "\u{FF06}": "&",
  ]
}
