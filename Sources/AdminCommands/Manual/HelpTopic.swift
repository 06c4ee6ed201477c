import Accounts

/// Help on what all commands share: `ubadmin help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case topics
  case options
  case exitStatus = "exit-status"

  /// All words that `help` takes next to the commands.
  static var words: [String] { allCases.map(\.rawValue) + Article.all.map(\.topic) }

  /// Nil if the words ask for no topic.
  static func text(_ words: [String], _ lines: HelpLines) -> String? {
    guard words.count == 2, words[0] == "help" else { return nil }
    // The command of that name is for developers.
    let topic: HelpTopic? =
      words[1] == ManualCommand.help.name ? .topics : HelpTopic(rawValue: words[1])
    return topic?.text(lines) ?? Article.about(words[1])?.help(lines)
  }

  /// Why `help` has nothing on several words; nil if they begin with a command, or almost.
  static func fault(of words: [String]) -> CommandError? {
    let nouns = Commands.all.map(\.name)
    guard words.count > 1, !nouns.contains(words[0]),
      NearestWord.nearest(to: words[0], among: nouns) == nil
    else { return nil }
    let text = words.joined(separator: " ")
    guard Self.words.contains(words[0]) else {
      return CommandError(
        .usage, "found no command for \(text)", remedy: "try other words, or see `ubadmin help`")
    }
    return CommandError(
      .usage, "found help \(text), expected nothing after \(words[0])",
      remedy: "see `ubadmin help \(words[0])`")
  }

  private var abstract: String {
    switch self {
    case .topics: "these topics"
    case .options: "options that every command takes"
    case .exitStatus: "exit statuses"
    }
  }

  private func text(_ help: HelpLines) -> String {
    switch self {
    case .topics:
      let own = Self.allCases.dropFirst().map { (names: $0.rawValue, text: $0.abstract) }
      let articles = Article.all.map { (names: $0.topic, text: $0.abstract) }
      return "TOPICS, each as `ubadmin help TOPIC`:\n" + help.table(own + articles) + "\n\n"
        + help.paragraph(
          "New here? See `ubadmin help tutorial`. `ubadmin help` lists the commands.", indent: 0)
    case .options:
      return "GLOBAL OPTIONS, which every command takes:\n"
        + help.table(GlobalOptionsPage.lines.map { HelpMessage.item($0) })
    case .exitStatus:
      return "EXIT STATUS:\n"
        + help.table(ExitStatus.table.map { ($0.code, $0.meaning) })
    }
  }
}
