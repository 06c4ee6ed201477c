import Accounts

/// An unknown noun or verb, and the one that was probably meant.
enum UnknownCommand {
  static func noun(_ word: String) -> CommandError {
    let meant = PromptShortcuts.commands(word)
    if (1...4).contains(meant.count) {
      return CommandError(
        .usage, "there is no command \(word)",
        remedy: "did you mean \(meant.map { "`\($0)`" }.joined(separator: " or "))?")
    }
    if let example = meant.first(where: { $0.hasPrefix(AccountCommand.name) }) ?? meant.first {
      return CommandError(
        .usage, "\(word) needs a noun before it",
        remedy: "e.g. `\(example)`; at the prompt, `use` chooses a record for the next commands")
    }
    let error = error([], word, Commands.all.filter(\.isShown).map(\.name))
    guard !Synonyms.commands(word).isEmpty else { return error }
    return CommandError(
      error.status, error.message, remedy: "`ubadmin help \(word: word)` finds the commands for it")
  }

  static func verb(_ word: String, of noun: Commands.Entry) -> CommandError {
    guard word.hasPrefix("-") else { return error([noun.name], word, noun.verbs) }
    return CommandError(
      .usage, "found \(word.asFound), expected a verb of \(noun.name)",
      remedy: remedy([noun.name], nil, noun.verbs))
  }

  private static func error(_ path: [String], _ word: String, _ shown: [String]) -> CommandError {
    CommandError(
      .usage, "there is no command \((path + [word]).joined(separator: " "))",
      remedy: remedy(path, NearestWord.nearest(to: word, among: shown), shown))
  }

  private static func remedy(_ path: [String], _ nearest: String?, _ shown: [String]) -> String {
    let lead = path.isEmpty ? "" : path.joined(separator: " ") + " "
    let meant = nearest.map { "did you mean `\(lead)\($0)`? " } ?? ""
    let help = "`ubadmin help\(path.isEmpty ? "" : " " + path.joined(separator: " "))`"
    return path.isEmpty
      ? "\(meant)\(help) lists the commands"
      : "\(meant)\(path.joined(separator: " ")) takes \(shown.joined(separator: ", ")); see \(help)"
  }
}
