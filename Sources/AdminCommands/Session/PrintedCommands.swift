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
    var printed = ""
    var rest = text[...]
    while let first = rest.firstIndex(of: mark) {
      printed += rest[...first]
      rest = rest[rest.index(after: first)...]
      guard let last = end(of: rest) else { break }
      if isCommand(rest[..<last]) { printed += program }
      printed += rest[...last]
      rest = rest[rest.index(after: last)...]
    }
    return printed + rest
  }

  /// Where a command ends; within single quotes, and after a backslash, the mark is a letter like any other.
  private static func end(of command: Substring) -> Substring.Index? {
    var isQuoted = false
    var isEscaped = false
    for place in command.indices {
      let letter = command[place]
      if isEscaped {
        isEscaped = false
      } else if letter == "'" {
        isQuoted.toggle()
      } else if letter == mark, !isQuoted {
        return place
      } else {
        isEscaped = letter == "\\" && !isQuoted
      }
    }
    return command.firstIndex(of: mark)
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
