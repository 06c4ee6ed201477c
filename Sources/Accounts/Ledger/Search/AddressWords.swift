/// What is looked for in addresses, as words with their other spellings.
package struct AddressWords: Sendable {
  /// For each word what it may be: the beginning of a word as it was typed, or another spelling.
  package let words: [(typed: String, others: [String])]

  package init(_ text: String) {
    words = SearchWords.words(of: text).map { ($0, StreetWords.others(of: $0)) }
  }
}
