/// What is looked for, as words.
struct SearchQuery {
  let words: [String]
  private let letters: [[Unicode.Scalar]]
  /// For each word its other spellings in addresses, which fit only as they are.
  let others: [Set<String>]
  /// The whole text as one word, as keys are kept.
  private let key: String

  static let mostWords = 12

  private init(_ words: [String], key: String) {
    self.words = words
    self.key = key
    letters = words.map { Array($0.unicodeScalars) }
    others = words.map { Set(StreetWords.others(of: $0)) }
  }

  /// The ways in which a text may be meant, the likeliest first: groups of digits that come to a
  /// telephone number are one.
  static func readings(of text: String) -> [SearchQuery] {
    let words = Array(SearchWords.words(of: text).prefix(mostWords))
    guard !words.isEmpty else { return [] }
    let key = SearchWords.joined(text)
    let joined = joiningPhones(words)
    return (joined == words ? [words] : [joined, words]).map { SearchQuery($0, key: key) }
  }

  private static func joiningPhones(_ words: [String]) -> [String] {
    var joined: [String] = []
    for group in words.indices.reduce(
      into: [[String]](),
      { groups, index in
        let isNext = index > 0 && isDigits(words[index]) && isDigits(words[index - 1])
        if isNext {
          groups[groups.count - 1].append(words[index])
        } else {
          groups.append([words[index]])
        }
      })
    {
      let whole = group.joined()
      let isPhone = isDigits(whole) && [7, 10, 11].contains(whole.utf8.count)
      joined += isPhone ? [SearchWords.phone(whole)] : group
    }
    return joined
  }

  private static func isDigits(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < UInt8(ascii: "a") }
  }

  /// How a record meets the query; nil if a word is nowhere in it.
  func rank(_ record: SearchRecord) -> SearchRank? {
    let found = record.words.map {
      (text: $0.word, letters: Array($0.word.unicodeScalars), weight: $0.weight)
    }
    var match = WordMatch.whole
    var distance = 0
    var weight = 0
    for (place, word) in letters.enumerated() {
      var best: (match: WordMatch, weight: Int)?
      for entry in found {
        let isOther = others[place].contains(entry.text)
        guard let fit = isOther ? .whole : WordMatch(word, entry.letters) else { continue }
        if let best, (best.match, -best.weight) <= (fit, -entry.weight) { continue }
        best = (fit, entry.weight)
      }
      guard let best else { return nil }
      match = max(match, best.match)
      distance += best.match.rawValue
      weight += best.weight
    }
    return SearchRank(
      isOther: SearchWords.joined(record.key) != key, match: match, distance: distance,
      lightness: -weight, kind: record.kind.number)
  }
}

/// How well a record meets a query; the least is the best.
struct SearchRank: Comparable {
  /// False where the key of the record is what was looked for.
  let isOther: Bool
  /// Of the word that fits worst.
  let match: WordMatch
  /// Of all words together.
  let distance: Int
  let lightness: Int
  package let kind: Int64

  static func < (left: SearchRank, right: SearchRank) -> Bool {
    (left.isOther ? 1 : 0, left.match, left.distance, left.lightness, left.kind)
      < (right.isOther ? 1 : 0, right.match, right.distance, right.lightness, right.kind)
  }
}
