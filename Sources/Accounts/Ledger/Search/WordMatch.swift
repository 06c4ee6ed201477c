/// How well a word that is looked for fits a word that stands in a record, the best first.
enum WordMatch: Int, Comparable, CaseIterable {
  case whole, start, part, slip

  static func < (left: WordMatch, right: WordMatch) -> Bool { left.rawValue < right.rawValue }

  /// The fewest letters of a word in which one may be wrong.
  static let shortestSlip = 4
  /// The fewest letters that are also found in the middle of a word.
  static let shortestPart = 3

  /// The same of a word that may be several: some scripts leave no blanks between words.
  static func shortestPart(of word: some Collection<Unicode.Scalar>) -> Int {
    word.contains(where: isUnspaced) ? 1 : shortestPart
  }

  /// Thai, Khmer, Chinese, Japanese, Korean and their neighbors.
  private static func isUnspaced(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// How `word` fits `found`; nil if it does not.
  init?(_ word: [Unicode.Scalar], _ found: [Unicode.Scalar]) {
    if found.starts(with: word) {
      self = found.count == word.count ? .whole : .start
    } else if word.count >= Self.shortestPart(of: word), found.count > word.count,
      Self.holds(found, word)
    {
      self = .part
    } else if word.count >= Self.shortestSlip, Self.isOneSlip(word, found) {
      self = .slip
    } else {
      return nil
    }
  }

  /// Whether a word is part of a longer one. The standard library's search costs many times as
  /// much.
  private static func holds(_ found: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    (0...found.count - word.count).contains { start in
      found[start] == word[0] && found[start...].starts(with: word)
    }
  }

  /// One letter added, missing or different, or two neighbors swapped.
  static func isOneSlip(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard let place = short.indices.first(where: { short[$0] != long[$0] }) else {
      return long.count > short.count
    }
    if long.count > short.count { return long[(place + 1)...] == short[place...] }
    if long[(place + 1)...] == short[(place + 1)...] { return true }
    let next = place + 1
    return next < short.count && short[place] == long[next] && short[next] == long[place]
      && long[(next + 1)...] == short[(next + 1)...]
  }

  /// All words that one slip away could be meant by `word`.
  static func neighbours(of word: String) -> Set<String> {
    let letters = Array(word.unicodeScalars)
    let alphabet = Self.alphabet(of: letters)
    var made: Set<String> = []
    func add(_ scalars: some Sequence<Unicode.Scalar>) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      made.insert(String(text))
    }
    for place in 0...letters.count {
      for letter in alphabet {
        add(letters[..<place] + [letter] + letters[place...])
        if place < letters.count { add(letters[..<place] + [letter] + letters[(place + 1)...]) }
      }
      guard place < letters.count else { continue }
      add(letters[..<place] + letters[(place + 1)...])
      guard place + 1 < letters.count else { continue }
      add(letters[..<place] + [letters[place + 1], letters[place]] + letters[(place + 2)...])
    }
    made.remove(word)
    return made
  }

  /// Letters and digits, and of another script those that stand around the word's own.
  private static func alphabet(of letters: [Unicode.Scalar]) -> Set<Unicode.Scalar> {
    var alphabet = Set("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)
    for letter in letters where !letter.isASCII {
      let block = letter.value & ~0x3F
      for value in block..<(block + 0x40) {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase else { continue }
        alphabet.insert(scalar)
      }
    }
    return alphabet
  }
}
