/// What a line asks of the loop that reads it, before any command is run.
enum LineRequest: Equatable {
  case nothing
  case leave
  case help([String])
  case command([String])

  /// The words that leave the prompt.
  static let leaving = ["exit", "quit"]

  init(_ words: [String]) {
    switch words.first {
    case nil: self = .nothing
    case let word? where words.count == 1 && Self.leaving.contains(word): self = .leave
    case "help": self = .help(Array(words.dropFirst()))
    default: self = .command(words)
    }
  }
}

extension ReplHost {
  /// Runs what a line asks for, of a script the one with that number; nil where it asks to leave.
  func answer(_ words: [String], line: Int? = nil) -> Int32? {
    switch LineRequest(words) {
    case .nothing: return 0
    case .leave: return nil
    case .help(let words): return help(words)
    case .command(let words): return execute(words, line)
    }
  }
}
