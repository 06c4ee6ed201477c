/// What people mean by the words that they type.
extension Synonyms {
  /// Each command once, in the order of the entries.
  static func commands(_ words: String) -> [String] {
    entries(words).flatMap(\.commands).reduce(into: []) { all, command in
      if !all.contains(command) { all.append(command) }
    }
  }

  static func article(_ words: String) -> String? { entries(words).compactMap(\.article).first }

  private static func entries(_ words: String) -> [Entry] {
    let words = words.lowercased()
    let found = all.filter { entry in
      entry.phrases.contains { $0 == words || $0 + "s" == words }
    }
    return found.isEmpty ? near(words) : found
  }

  /// Entries with a phrase that is part of the words, or that contains them.
  private static func near(_ words: String) -> [Entry] {
    let asked = Set(words.split(separator: " "))
    let held = all.flatMap(\.phrases).map { Set($0.split(separator: " ")) }
      .filter { $0.isSubset(of: asked) }
    return all.filter { entry in
      entry.phrases.contains { phrase in
        let own = Set(phrase.split(separator: " "))
        // `log` is not meant by `cannot log in`.
        if own.isSubset(of: asked) { return !held.contains { own.isStrictSubset(of: $0) } }
        return asked.count > 1 && asked.isSubset(of: own)
      }
    }
  }
}
