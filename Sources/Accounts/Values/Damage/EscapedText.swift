/// Letters as web pages, mail and programs write them: `O&#39;Brien`, `Jos\u00e9`, `Mu%C3%B1oz`, `O\'Neil`.
enum EscapedText {
  /// How to fix the text; nil if nothing in it is written that way.
  static func remedy(_ bytes: CellBytes) -> String? {
    guard "&\\%=".utf8.contains(where: { bytes.contains($0) }) || hasDoubledQuote(bytes) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let isLink = text.contains("://")
    var rest = text[...]
    var made = ""
    var isFound = false
    while let first = rest.first {
      if let (letter, length) = decoded(rest)
        ?? (isLink ? nil : CodedByte.decoded(rest, after: made.last))
      {
        made += letter
        rest = rest.dropFirst(length)
        isFound = true
      } else {
        made.append(first)
        rest = rest.dropFirst()
      }
    }
    return isFound ? "a program wrote letters as codes; likely \(made); export it again" : nil
  }

  /// One alone is no code: `O'Brien`.
  private static func hasDoubledQuote(_ bytes: CellBytes) -> Bool {
    let quote = UInt8(ascii: "'")
    guard let first = bytes.firstIndex(of: quote) else { return false }
    return zip(bytes[first...], bytes[(first + 1)...]).contains { $0 == quote && $1 == quote }
  }

  /// What a text begins with, and how long its code is.
  private static func decoded(_ text: Substring) -> (letter: String, length: Int)? {
    if text.hasPrefix("\\u") || text.hasPrefix("%u") {
      let digits = text.dropFirst(2).prefix(4)
      guard digits.count == 4, let letter = scalar(digits, radix: 16) else { return nil }
      return (letter, 6)
    }
    guard text.first == "&", let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[..<end].dropFirst()
    let length = name.count + 2
    if name.hasPrefix("#") {
      let isHex = name.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
      let letter = scalar(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      return letter.map { (letter: $0, length: length) }
    }
    return (names[name] ?? accented(name)).map { (letter: $0, length: length) }
  }

  private static func scalar(_ digits: Substring, radix: Int) -> String? {
    guard digits.utf8.allSatisfy({ isDigit($0) || isLetter($0) }),
      let value = UInt32(digits, radix: radix), value >= 0x20, let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(scalar)
  }

  private static let names: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "lsquo": "'",
    "rsquo": "'", "ldquo": "\"", "rdquo": "\"", "ndash": "–", "mdash": "—", "szlig": "ß",
    "oslash": "ø", "Oslash": "Ø", "aelig": "æ", "AElig": "Æ",
  ]

  private static let accents: [Substring: Unicode.Scalar] = [
    "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}", "tilde": "\u{303}", "uml": "\u{308}",
    "ring": "\u{30A}", "cedil": "\u{327}",
  ]

  /// `ntilde`
  private static func accented(_ name: Substring) -> String? {
    guard let letter = name.first, let accent = accents[name.dropFirst()] else { return nil }
    return (String(letter) + String(accent)).composed
  }
}
