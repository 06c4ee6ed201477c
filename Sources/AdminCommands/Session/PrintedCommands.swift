import Accounts

/// Commands that a message names, as they run where it is read: in the shell they begin with the name
/// of the program; the prompt takes them with it and without.
enum PrintedCommands {
  private static let mark: Character = "`"
  private static let program = "ubadmin "

  /// Nouns that are commands without a verb, and those that scripts do not run.
  private static let alone: Set<Substring> = [
    "search", "query", "history", "explain", "today", "import", "run", "help", "repl",
  ]

  /// Nouns whose commands work on no store.
  private static let withoutStore: Set<Substring> = ["config", "help"]

  /// The text with the program's name before every command between backticks that lacks it.
  static func forShell(_ text: String) -> String {
    replacing(text) { isCommand($0) ? program + DashedValues.marked(String($0)) : String($0) }
  }

  /// The text with some options in every command between backticks that needs them.
  static func on(_ options: PrintedOptions, _ text: String) -> String {
    replacing(text) { options.isEmpty ? marked($0) : completed(marked($0), options) }
  }

  /// A command whose values are not taken for options.
  private static func marked(_ command: Substring) -> String {
    isCommand(bare(command)) ? DashedValues.marked(String(command)) : String(command)
  }

  /// A command with the options that it needs: those of the store if it works on one, and `--at` if it shows
  /// records. Any other text stays as it is.
  static func completed(_ text: String, _ options: PrintedOptions) -> String {
    completed(text[...], options)
  }

  private static func completed(_ command: Substring, _ options: PrintedOptions) -> String {
    let bare = bare(command)
    guard isCommand(bare) else { return String(command) }
    let added =
      (namesPlace(bare, options.store) ? [] : options.store)
      + (takesPast(bare) ? options.past : [])
    guard !added.isEmpty else { return String(command) }
    let end = endOfOptions(command)
    return "\(command[..<end]) \(WordQuoting.line(added))\(command[end...])"
  }

  /// Without the program's name.
  private static func bare(_ command: Substring) -> Substring {
    command.hasPrefix(program) ? command.dropFirst(program.count) : command
  }

  /// After ` -- ` nothing is an option; between quotes it is part of a word.
  private static func endOfOptions(_ command: Substring) -> Substring.Index {
    first(in: command) { command[$0...].hasPrefix(" -- ") } ?? command.endIndex
  }

  /// Whether a command can show records as they were, and has no --at of its own.
  private static func takesPast(_ command: Substring) -> Bool {
    let words = command.split(separator: " ").map(String.init)
    guard !words.contains("--help"), !words.contains("--at"),
      case .command(let type) = (try? NamedCommand(words[...]))?.kind
    else { return false }
    return type.looksBack
  }

  /// Whether a command needs no other word of where its store is.
  private static func namesPlace(_ command: Substring, _ place: [String]) -> Bool {
    let words = command.split(separator: " ")
    return withoutStore.contains(words.first ?? "")
      || words.contains { ["--store", "--profile", "--help"].contains($0) }
      || place.last.map { words.contains(WordQuoting.word($0)[...]) } ?? false
  }

  /// The text with something else for each part between backticks.
  private static func replacing(_ text: String, _ part: (Substring) -> String) -> String {
    guard text.contains(mark) else { return text }
    var printed = ""
    var rest = text[...]
    while let first = rest.firstIndex(of: mark) {
      printed += rest[...first]
      rest = rest[rest.index(after: first)...]
      guard let last = end(of: rest) else { break }
      printed += part(rest[..<last])
      printed.append(mark)
      rest = rest[rest.index(after: last)...]
    }
    return printed + rest
  }

  /// Where a command ends.
  private static func end(of command: Substring) -> Substring.Index? {
    first(in: command) { command[$0] == mark } ?? command.firstIndex(of: mark)
  }

  /// The first such place; within single quotes, and after a backslash, every letter is part of a word.
  private static func first(
    in command: Substring, where isMeant: (Substring.Index) -> Bool
  ) -> Substring.Index? {
    var isQuoted = false
    var isEscaped = false
    for place in command.indices {
      let letter = command[place]
      if isEscaped {
        isEscaped = false
      } else if letter == "'" {
        isQuoted.toggle()
      } else if !isQuoted, isMeant(place) {
        return place
      } else {
        isEscaped = letter == "\\" && !isQuoted
      }
    }
    return nil
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
