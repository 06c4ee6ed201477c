import Accounts

/// Help on what all commands share: `ubadmin help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case options
  case exitStatus = "exit-status"

  /// All words that `help` takes next to the commands.
  static var words: [String] { allCases.map(\.rawValue) + Article.all.map(\.topic) }

  /// Nil if the words ask for no topic.
  static func text(_ words: [String], _ lines: HelpLines) -> String? {
    guard words.count == 2, words[0] == "help" else { return nil }
    return HelpTopic(rawValue: words[1])?.text(lines) ?? Article.about(words[1])?.help(lines)
  }

  private func text(_ help: HelpLines) -> String {
    switch self {
    case .options:
      return "GLOBAL OPTIONS, which every command takes:\n"
        + help.table(GlobalOptionsPage.lines.map { HelpMessage.item($0) })
    case .exitStatus:
      return "EXIT STATUS:\n"
        + help.table(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
    }
  }
}
