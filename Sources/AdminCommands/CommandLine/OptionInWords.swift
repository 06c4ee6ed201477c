/// An option as it was typed: `--from rows.csv` or `--from=rows.csv`.
struct OptionInWords {
  /// Nil if it is the last word.
  let value: String?
  /// The words that it takes.
  let places: Range<Int>

  /// The first of these words that passes the test; nil if there is none.
  /// - Parameter isMeant: of the option's value.
  init?(_ name: String, in words: [String], where isMeant: (String?) -> Bool) {
    for (place, word) in words.enumerated() {
      if word == name {
        let next = place + 1 < words.count ? words[place + 1] : nil
        guard isMeant(next) else { continue }
        value = next
        places = place..<min(place + 2, words.count)
        return
      }
      guard word.hasPrefix(name + "=") else { continue }
      let joined = String(word.dropFirst(name.count + 1))
      guard isMeant(joined) else { continue }
      value = joined
      places = place..<place + 1
      return
    }
    return nil
  }
}
