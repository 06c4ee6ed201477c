/// Texts as words that can be compared: lower case, accents folded, no punctuation.
enum SearchWords {
  /// Longer words are cut to this length.
  static let longest = 40

  /// The words of a text, in their order. An apostrophe does not part a word: O'Brien is obrien.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      guard !word.isEmpty else { return }
      words.append(cut(word))
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      guard let letters = folded(scalar, &word) else { continue }
      if letters { continue }
      end()
    }
    end()
    return words
  }

  /// All of a text as one word, as numbers are kept: W-1234 is w1234.
  package static func joined(_ text: String) -> String {
    var word: [UInt8] = []
    for scalar in text.unicodeScalars { _ = folded(scalar, &word) }
    return cut(word)
  }

  /// A telephone number's digits, without the country's 1.
  static func phone(_ text: String) -> String {
    var digits = text.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if digits.count == 11, digits[0] == UInt8(ascii: "1") { digits.removeFirst() }
    return cut(digits)
  }

  /// Whole letters, so that the end is no half of one.
  private static func cut(_ word: [UInt8]) -> String {
    guard word.count > longest else { return String(decoding: word, as: UTF8.self) }
    return String(String(decoding: word, as: UTF8.self).unicodeScalars.prefix(longest))
  }

  /// Appends what a character comes to; false where it parts words, nil if it is nothing.
  private static func folded(_ scalar: Unicode.Scalar, _ word: inout [UInt8]) -> Bool? {
    guard scalar.isASCII else { return foldedForeign(scalar, &word) }
    let byte = UInt8(scalar.value)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      word.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
    case UInt8(ascii: "'"): return nil
    default: return false
    }
    return true
  }

  private static func foldedForeign(_ scalar: Unicode.Scalar, _ word: inout [UInt8]) -> Bool? {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .format: return nil
    case .decimalNumber:
      word.append(contentsOf: String(Int(properties.numericValue ?? 0)).utf8)
      return true
    default: break
    }
    // Typographic apostrophes.
    if scalar.value == 0x2019 || scalar.value == 0x02BC { return nil }
    guard properties.isAlphabetic else { return false }
    let letters = properties.name.flatMap(latin) ?? properties.lowercaseMapping
    // What lower case makes of a letter may hold its own marks.
    for letter in letters.unicodeScalars
    where letter.properties.generalCategory != .nonspacingMark {
      word.append(contentsOf: String(letter).utf8)
    }
    return true
  }

  /// The plain letters of LATIN SMALL LETTER N WITH TILDE; nil of other scripts.
  private static func latin(_ name: String) -> String? {
    for start in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER "] where name.hasPrefix(start) {
      let letter = name.dropFirst(start.count).prefix { $0 != " " }
      switch letter {
      case "SHARP": return "ss"
      case "DOTLESS": return "i"
      case "ETH": return "d"
      case "THORN": return "th"
      default: return letter.count <= 2 ? letter.lowercased() : nil
      }
    }
    return nil
  }
}
