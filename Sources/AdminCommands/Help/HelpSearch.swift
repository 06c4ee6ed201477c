/// Commands that are found by what they do: `help move out`.
enum HelpSearch {
  /// Nil where no command has to do with the words.
  static func text(_ words: [String], _ lines: HelpLines) -> String? {
    let found = commands(words)
    guard !found.isEmpty else { return nil }
    return "COMMANDS for \(words.joined(separator: " ")):\n"
      + lines.table(found.map { (names: $0.name, text: $0.abstract) })
      + "\n\nMore: `ubadmin help \(found[0].name)`."
  }

  /// What people mean by the words comes first, then commands whose name or help has them all.
  static func commands(_ words: [String]) -> [(name: String, abstract: String)] {
    let text = words.joined(separator: " ")
    var names: [String] = []
    let leaves = Commands.leaves.filter { $0.command.help.isShown }
    let stems = Self.stems(text)
    func add(_ more: [String]) { names += more.filter { !names.contains($0) } }
    add(Synonyms.commands(text))
    if !stems.isEmpty {
      add(leaves.filter { holds($0.name, stems) }.map(\.name))
      add(leaves.filter { holds($0.name + " " + $0.command.help.abstract, stems) }.map(\.name))
    }
    return names.prefix(most).compactMap { name in
      leaves.first { $0.name == name }.map { (name, $0.command.help.abstract) }
    }
  }

  private static let most = 12

  /// Words without their endings; those that say nothing are left out.
  private static func stems(_ text: String) -> [String] {
    words(text).filter { $0.count > 1 && !without.contains($0) }.map { word in
      let ending = ["ing", "ed", "es", "s", "e"].first { ending in
        word.hasSuffix(ending) && word.count - ending.count > 2
      }
      return String(word.dropLast(ending?.count ?? 0))
    }
  }

  private static func holds(_ text: String, _ stems: [String]) -> Bool {
    let own = words(text)
    return stems.allSatisfy { stem in own.contains { $0.hasPrefix(stem) } }
  }

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
