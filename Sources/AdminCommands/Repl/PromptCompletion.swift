import Accounts

/// What TAB offers at the prompt.
extension CommandContext {
  /// After the words that are meant; where nothing may follow them, after those that are typed.
  func suggestions(
    after meant: [String], _ prefix: String, or typed: [String]
  ) -> Suggestions {
    if let words = LineRequest.following(typed) {
      return Suggestions(words: words).beginning(with: prefix)
    }
    let completer = Completer(source: StoreSource(self, beforeCursor: typed), home: home)
    var found = completer.suggestions(after: meant, typed: prefix)
    if typed.isEmpty {
      found.list += PromptShortcuts(session: session).verbs(beginning: prefix)
    }
    guard found.list.isEmpty else { return found }
    // `customers salas`
    if let plural = typed.first.flatMap(PluralNoun.init),
      let kind = SearchKind(rawValue: plural.list[0])
    {
      return completer.found(prefix, [kind])
    }
    return meant == typed ? found : completer.suggestions(after: typed, typed: prefix)
  }
}
