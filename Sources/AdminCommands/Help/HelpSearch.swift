/// Commands that are found by what they do: `help move out`.
enum HelpSearch {
  /// Nil if no command has to do with the words.
  static func text(_ words: [String], _ lines: HelpLines) -> String? {
    let found = commands(words)
    guard !found.isEmpty else { return nil }
    let article = Synonyms.article(words.joined(separator: " ")).map { "`ubadmin help \($0)`, " }
    return "COMMANDS for \(words.joined(separator: " ")):\n"
      + lines.table(found.map { (names: $0.name, text: $0.abstract) })
      + "\n\nMore: \(article ?? "")`ubadmin help \(found[0].name)`."
  }

  /// What people mean by the words comes first, then commands whose name or help has them all. Verbs
  /// that are alike and words that only begin so count where nothing is nearer.
  static func commands(_ words: [String]) -> [(name: String, abstract: String)] {
    let text = words.joined(separator: " ")
    let leaves = Commands.leaves.filter { $0.command.help.isShown }
    let asked = Self.asked(text)
    var names = Synonyms.commands(text)
    func add(_ test: (_ words: [String], _ asked: String) -> Bool, inHelp: Bool) -> Bool {
      guard !asked.isEmpty else { return false }
      let found = leaves.filter { leaf in
        let own = Self.words(inHelp ? leaf.name + " " + leaf.command.help.abstract : leaf.name)
        return asked.allSatisfy { test(own, $0) }
      }.map(\.name)
      names += found.filter { !names.contains($0) }
      return !found.isEmpty
    }
    if !add(holds, inHelp: false) { _ = add(holdsAlike, inHelp: false) }
    _ = add(holds, inHelp: true)
    if names.isEmpty, !add(holdsAlike, inHelp: true) { _ = add(holdsBeginning, inHelp: true) }
    return names.prefix(most).compactMap { name in
      leaves.first { $0.name == name }.map { (name, $0.command.help.abstract) }
    }
  }

  private static let most = 12

  /// Words that say something.
  private static func asked(_ text: String) -> [String] {
    words(text).filter { $0.count > 1 && !without.contains($0) }
  }

  /// A word without its ending.
  private static func stem(_ word: String) -> String {
    let ending = ["ing", "ed", "es", "s", "e"].first { ending in
      word.hasSuffix(ending) && word.count - ending.count > 2
    }
    return String(word.dropLast(ending?.count ?? 0))
  }

  private static func holds(_ own: [String], _ asked: String) -> Bool {
    let stem = stem(asked)
    return own.contains { $0.hasPrefix(stem) && endings.contains(String($0.dropFirst(stem.count))) }
  }

  private static func holdsAlike(_ own: [String], _ asked: String) -> Bool {
    VerbGroups.like(asked).contains { holds(own, $0) }
  }

  private static func holdsBeginning(_ own: [String], _ asked: String) -> Bool {
    let stem = stem(asked)
    return own.contains { $0.hasPrefix(stem) }
  }

  /// What makes other forms of a word: `late` has no `est`, as `latest` is about something else.
  private static let endings: Set = [
    "", "e", "s", "es", "y", "ies", "d", "ed", "ing", "ings", "er", "ers", "r", "rs", "ment",
    "ments", "ion", "ions", "ation", "ations", "al", "ly",
  ]

  /// `e-bill` is one word, of which `bill` says something else.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split(separator: " ").flatMap { word in
      let whole = word.hasPrefix("e-") ? "e" + word.dropFirst(2) : word
      return whole.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
  }

  private static let without: Set = [
    "a", "an", "the", "of", "to", "my", "is", "how", "do", "for", "on", "in", "and", "or", "with",
  ]
}
