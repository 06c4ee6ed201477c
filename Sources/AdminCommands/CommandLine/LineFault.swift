/// Why a command line cannot be split into words.
struct LineFault: Error, Equatable {
  /// The physical line of the command, from 0.
  let line: Int
  /// Counted in characters, from 1.
  let column: Int
  let message: String
  /// The word that a shell would not take as text, where that is the fault.
  var shellWord: String?
}

extension LineFault {
  init(openQuote quote: String, line: Int, column: Int) {
    self.init(
      line: line, column: column,
      message:
        "found \(quote) without a closing \(quote); close it, or write \\\(quote) for the character itself"
    )
  }

  /// Words by which a shell would connect commands or turn their output.
  static func isShellWord(_ word: String) -> Bool {
    switch word {
    case "&", "&&", ";": true
    default: ["|", "<", ">", "1>", "2>", "&>"].contains { word.hasPrefix($0) }
    }
  }

  init(shellWord word: String, line: Int, column: Int) {
    let advice =
      switch word.first {
      case "|": "no pipes here; use -o FILE, or run ubadmin from a shell"
      case "<": "no redirection here; use --from FILE, or run ubadmin from a shell"
      case "&" where !word.hasPrefix("&>"), ";": "only one command per line here"
      default: "no redirection here; use -o FILE, or run ubadmin from a shell"
      }
    self.init(shellWord: word, advice, line: line, column: column)
  }

  private init(shellWord word: String, _ advice: String, line: Int, column: Int) {
    self.init(
      line: line, column: column,
      message: "found \(word): \(advice) (quoted, '\(word)' is text)", shellWord: word)
  }

  private static let piped = "bill list | wc -l"

  /// The same at the prompt, which has a pipe and a file for the output of a line.
  var atPrompt: LineFault {
    guard let word = shellWord else { return self }
    let advice: String
    switch word {
    case _ where word.hasPrefix("|") && !word.hasPrefix("||"):
      advice = "expected a command before | and a program after it, e.g. `\(Self.piped)`"
    case _ where word.hasPrefix(">>"):
      advice = "nothing can be added to a file here; use > FILE for a new one"
    case _ where word.hasPrefix(">"):
      advice = "expected a command before > and one file after it, at the end of the line"
    default: return self
    }
    return LineFault(shellWord: word, advice, line: line, column: column)
  }

  /// `column 5: …`, with the line where the command has several.
  func description(firstLine: Int? = nil, isSeveralLines: Bool = false) -> String {
    if let firstLine { return "\(firstLine + line):\(column): \(message)" }
    return (isSeveralLines ? "line \(line + 1), " : "") + "column \(column): \(message)"
  }
}
