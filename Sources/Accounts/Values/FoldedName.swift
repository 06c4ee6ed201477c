/// Names as people sort them: without regard to case and accents. Every engine folds by the same letters.
package enum FoldedName {
  /// Letters with accents, and behind them in the same order the plain ones.
  package static let letters: (accented: String, plain: String) = {
    var accented = String.UnicodeScalarView()
    var plain = String.UnicodeScalarView()
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)), let letter = plainLetter(scalar) else {
        continue
      }
      accented.append(scalar)
      plain.append(letter)
    }
    return (String(accented), String(plain))
  }()

  /// Letters that are written as two.
  package static let pairs = [
    ("Æ", "ae"), ("æ", "ae"), ("Œ", "oe"), ("œ", "oe"), ("ß", "ss"), ("Þ", "th"), ("þ", "th"),
  ]

  package static func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        folded.append(
          ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value | 0x20) ?? scalar : scalar)
      } else {
        folded.append(contentsOf: table[scalar] ?? [scalar])
      }
    }
    return String(folded)
  }

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (accented, plain) in zip(letters.accented.unicodeScalars, letters.plain.unicodeScalars) {
      table[accented] = [plain]
    }
    for (letter, two) in pairs {
      if let scalar = letter.unicodeScalars.first { table[scalar] = Array(two.unicodeScalars) }
    }
    return table
  }()

  /// The letter of LATIN SMALL LETTER N WITH TILDE.
  private static func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let name = scalar.properties.name else { return nil }
    for start in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER "] where name.hasPrefix(start) {
      let words = name.dropFirst(start.count).split(separator: " ")
      if words.first == "DOTLESS" { return "i" }
      if words.first == "ETH" { return "d" }
      guard words.count > 2, words[1] == "WITH", words[0].count == 1 else { return nil }
      return words[0].lowercased().unicodeScalars.first
    }
    return nil
  }
}
