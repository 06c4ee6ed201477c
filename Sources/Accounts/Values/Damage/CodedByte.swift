/// Bytes of letters as addresses, mails and programs write them, `%C3%B1`, `=C3=B1`, `\xf1`, and quotes as databases do.
enum CodedByte {
  /// What a text begins with, and how long its code is.
  /// - Parameter before: the letter before the text; most codes stand for a letter within a word.
  static func decoded(_ text: Substring, after before: Character?) -> (
    letter: String, length: Int
  )? {
    for quote in ["\\'", "\\\""] where text.hasPrefix(quote) {
      return (String(quote.suffix(1)), 2)
    }
    let isAfterLetter = before?.isLetter ?? false
    if text.hasPrefix("''") {
      return isAfterLetter && isLetter(text, at: 2) ? ("'", 2) : nil
    }
    guard let mark = ["\\x", "%", "="].first(where: { text.hasPrefix($0) }) else { return nil }
    let codes = bytes(text, mark)
    guard let first = codes.first else { return nil }
    let length = mark.count + 2
    if let letter = utf8(codes) { return (letter, letter.utf8.count * length) }
    // Of one byte, only what stands between letters is sure, and not in an e-mail address.
    let isWithin = isAfterLetter && isLetter(text, at: length) && !text.contains("@")
    guard isWithin || mark == "\\x" else { return nil }
    // A reference may well be `TXN=C0FFEE`.
    if mark == "=", before?.isLowercase != true { return nil }
    if mark == "%", first == 0x20 || first == 0x27 { return (first == 0x20 ? " " : "'", length) }
    return first >= 0xC0 && first != 0xD7 && first != 0xF7
      ? (String(Unicode.Scalar(first)), length) : nil
  }

  private static func isLetter(_ text: Substring, at offset: Int) -> Bool {
    text.dropFirst(offset).first?.isLetter ?? false
  }

  /// The coded bytes that follow each other, up to the four of a letter.
  private static func bytes(_ text: Substring, _ mark: String) -> [UInt8] {
    var rest = text
    var codes: [UInt8] = []
    while codes.count < 4, rest.hasPrefix(mark) {
      let digits = rest.dropFirst(mark.count).prefix(2)
      guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let byte = UInt8(digits, radix: 16),
        // Mail has capitals; small letters may well be a word.
        mark != "=" || digits == digits.uppercased()
      else { break }
      codes.append(byte)
      rest = rest.dropFirst(mark.count + 2)
    }
    return codes
  }

  /// The letter whose bytes in UTF-8 come first; nil if it is of ASCII, or there is none.
  private static func utf8(_ bytes: [UInt8]) -> String? {
    guard let lead = bytes.first, lead >= 0xC2 else { return nil }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard bytes.count >= width else { return nil }
    return String(validating: bytes.prefix(width), as: UTF8.self)
  }
}
