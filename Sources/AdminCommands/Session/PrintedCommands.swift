import Accounts

/// Commands that a message names, as they run where it is read: in the shell they begin with the name
/// of the program; the prompt takes them with it and without.
enum PrintedCommands {
  private static let mark: Character = "`"
  private static let program = "ubadmin "

  /// Nouns that are commands without a verb, and those that scripts do not run.
  private static let alone: Set<Substring> = [
    "search", "query", "history", "explain", "today", "run", "help", "repl",
  ]

  /// The text with the program's name before every command between backticks that lacks it.
  static func forShell(_ text: String) -> String {
    guard text.contains(mark) else { return text }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    return parts.indices.map { place in
      // Every second part stands between two marks.
      let isQuoted = place % 2 == 1 && place < parts.count - 1
      return (isQuoted && isCommand(parts[place]) ? program : "") + parts[place]
    }.joined(separator: String(mark))
  }

  private static func isCommand(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", maxSplits: 2)
    guard let first = words.first else { return false }
    if alone.contains(first) { return true }
    guard words.count > 1, let entry = Commands.entry(String(first)) else { return false }
    return entry.verbs.contains(String(words[1]))
  }
}

extension Rejection {
  /// What to do, for files and programs, which are read outside the prompt.
  var shellRemedy: String { PrintedCommands.forShell(remedy) }
}
