import Accounts

/// Help on what all commands share: `ubadmin help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case options
  case exitStatus = "exit-status"

  /// All words that `help` takes beside the commands.
  static var words: [String] { allCases.map(\.rawValue) + Article.all.map(\.topic) }

  /// Nil where the words ask for no topic.
  static func text(_ words: [String]) -> String? {
    guard words.count == 2, words[0] == "help" else { return nil }
    return HelpTopic(rawValue: words[1])?.text ?? Article.about(words[1])?.help
  }

  private var text: String {
    switch self {
    case .options:
      let lines =
        HelpMessage(AccountShow.page, path: []).parts
        .first { $0.title == "GLOBAL OPTIONS" }?.lines ?? []
      return "GLOBAL OPTIONS, which every command takes:\n"
        + Self.table(lines.map { HelpMessage.item($0) })
    case .exitStatus:
      return "EXIT STATUS:\n"
        + Self.table(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
    }
  }

  private static func table(_ rows: [(names: String, text: String)]) -> String {
    let width = rows.map { $0.names.count }.max() ?? 0
    return rows.map { row in
      "  " + row.names + String(repeating: " ", count: width + 2 - row.names.count) + row.text
    }.joined(separator: "\n")
  }
}
