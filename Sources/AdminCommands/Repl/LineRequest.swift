/// What a line asks of the loop that reads it, before any command is run.
enum LineRequest: Equatable {
  case nothing
  case leave
  /// The screen, where there is one.
  case clear
  /// How long each command takes, to be told or not.
  case timing(Bool)
  case help([String])
  case command([String])
  /// A word of the prompt's own with what cannot follow it.
  case fault(String)

  /// The words that leave the prompt, and those that clear its screen or explain.
  static let leaving = ["exit", "quit"]
  static let clearing = "clear"
  static let timingWord = "timing"
  /// As other prompts know them; `\q` is read as q.
  private static let alsoLeaving = "q"
  private static let alsoHelp = "?"

  /// Without the program's name, so that a command runs here as it is printed elsewhere.
  static func own(_ words: [String]) -> [String] {
    let own = words.first == "ubadmin" ? Array(words.dropFirst()) : words
    return own.first.map(stepping.contains) ?? false ? ["change"] + own : own
  }

  /// With `help` for `?`.
  static func explaining(_ words: [String]) -> [String] {
    words.first == alsoHelp ? ["help"] + words.dropFirst() : words
  }

  /// Verbs of `change` that stand alone at the prompt.
  private static let stepping = ["undo", "redo"]

  /// What may follow words of the prompt's own; nil behind those of a command.
  static func following(_ words: [String]) -> [String]? {
    words == [timingWord] ? ["on", "off"] : nil
  }

  private static let ownWords = Set(leaving + [clearing, timingWord])

  init(_ typed: [String]) {
    let words = Self.own(typed)
    switch words.first {
    case nil: self = .nothing
    case let word? where words.count == 1 && (Self.leaving + [Self.alsoLeaving]).contains(word):
      self = .leave
    case Self.clearing where words.count == 1: self = .clear
    case Self.timingWord where words == [Self.timingWord] || words == [Self.timingWord, "on"]:
      self = .timing(true)
    case Self.timingWord where words == [Self.timingWord, "off"]: self = .timing(false)
    case let word? where Self.ownWords.contains(word) && words.contains("--help"):
      self = .help([Article.prompt.topic])
    case let word? where Self.ownWords.contains(word):
      let expected = Self.following([word])?.joined(separator: " or ") ?? "nothing after it"
      self = .fault(
        "\(word): found \(WordQuoting.line(Array(words.dropFirst()))), expected \(expected)\n"
          + "  to look for these words, use `search \(WordQuoting.line(words))`")
    case Self.alsoHelp: self = .help(Array(words.dropFirst()))
    case "help": self = .help(Array(words.dropFirst()))
    default: self = .command(words)
    }
  }
}

extension ReplHost {
  /// Runs what a line asks for, of a script the one with that number; nil if it asks to leave.
  func answer(_ words: [String], line: Int? = nil) -> Int32? {
    switch LineRequest(words) {
    case .nothing: return 0
    case .leave: return nil
    case .clear:
      if line == nil { clearScreen() }
      return 0
    case .timing(let isOn):
      tellTime(isOn)
      say(isOn ? "timing is on; `timing off` ends it" : "timing is off")
      return 0
    case .fault(let fault):
      for line in "ubadmin: \(fault)".split(separator: "\n") { say(String(line)) }
      return ExitStatus.usage.rawValue
    case .help(let words): return help(words)
    case .command(let words): return execute(words, line)
    }
  }
}
