import Accounts

/// An unknown noun or verb, and the one that was probably meant.
enum UnknownCommand {
  /// - Parameter rest: what stands behind the word.
  static func noun(_ word: String, before rest: ArraySlice<String>) -> CommandError {
    if let line = MeantCommand.verbFirst(word, rest) {
      return CommandError(
        .usage, "\(word) needs a noun before it", remedy: "did you mean `\(line)`?")
    }
    if let line = MeantCommand.pluralNoun(word, rest) {
      return CommandError(
        .usage, "there is no command \(word)", remedy: "did you mean `\(line)`?")
    }
    let meant = PromptShortcuts.commands(word)
    if (1...4).contains(meant.count) {
      let lines = meant.map { MeantCommand.line($0.split(separator: " ").map(String.init), rest) }
      return CommandError(
        .usage, "there is no command \(word)",
        remedy: "did you mean \(lines.map { "`\($0)`" }.joined(separator: " or "))?")
    }
    if let example = meant.first(where: { $0.hasPrefix(AccountCommand.name) }) ?? meant.first {
      let key = word == "show" ? " 2000001" : ""
      return CommandError(
        .usage, "\(word) needs a noun before it",
        remedy: "e.g. `\(example)\(key)`; at the prompt, `use` chooses a record for the next "
          + "commands")
    }
    return CommandError(
      .usage, "there is no command \(word)", remedy: remedy(word, before: rest))
  }

  private static func remedy(_ word: String, before rest: ArraySlice<String>) -> String {
    if HelpTopic.words.contains(word) { return "`help \(word)` explains it" }
    if word.contains(where: { $0.isNumber || $0 == "@" }) {
      return "`search \(word: word)` finds the record; `ubadmin help` lists the commands"
    }
    if !Synonyms.commands(word).isEmpty {
      return "`ubadmin help \(word: word)` finds the commands for it"
    }
    let topics = HelpTopic.words.filter { abs($0.count - word.count) < 3 }
    let topic = NearestWord.nearest(to: word, among: topics).map { "ubadmin help \($0)" }
    return ((MeantCommand.near(word, rest) ?? topic).map { "did you mean `\($0)`? " } ?? "")
      + "`ubadmin help` lists the commands"
  }

  static func verb(_ word: String, of noun: Commands.Entry) -> CommandError {
    if word.hasPrefix("-") {
      return CommandError(
        .usage, "found \(word.asFound), expected a verb of \(noun.name)",
        remedy: remedy(of: noun, []))
    }
    return CommandError(
      .usage, "there is no command \(noun.name) \(word)",
      remedy: remedy(of: noun, NearestWord.all(near: word, among: noun.verbs)))
  }

  private static func remedy(of noun: Commands.Entry, _ nearest: [String]) -> String {
    let lines = nearest.prefix(3).map { "`\(noun.name) \($0)`" }
    let meant = lines.isEmpty ? "" : "did you mean \(lines.joined(separator: " or "))? "
    let help = "`ubadmin help \(noun.name)`"
    // A long list hides the word that was meant.
    return !nearest.isEmpty || noun.verbs.count > DidYouMean.most
      ? "\(meant)\(help) lists the commands"
      : "\(noun.name) takes \(noun.verbs.joined(separator: ", ")); see \(help)"
  }
}
