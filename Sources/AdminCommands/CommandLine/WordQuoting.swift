import Accounts

/// Writes words so that `LineSplitter` reads them back.
enum WordQuoting {
  static func line(_ words: [String]) -> String {
    words.map(word).joined(separator: " ")
  }

  static func word(_ word: String) -> String { ShellWord.quoted(word) }

  /// Who reads what is written.
  enum Rules {
    case prompt
    /// Bash, which looks for variables and commands within double quotes.
    case bash
  }

  /// The end of a word that was begun, as it is typed in the quotes of `place`.
  static func ending(
    _ text: String, in place: LineSplitter.Place, _ rules: Rules = .prompt
  ) -> String {
    switch place {
    case .single: text.replacing("'", with: "'\\''")
    case .double:
      escaped(text) {
        $0 == "\"" || $0 == "\\" || (rules == .bash && ($0 == "$" || $0 == "`"))
      }
    default: escaped(text, where: isSpecial)
    }
  }

  private static func escaped(_ text: String, where isSpecial: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isSpecial(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && !ShellWord.isPlain(UInt8(scalar.value))
  }
}

extension WordQuoting {
  /// The words of a line that cannot be split, good enough to look for secrets.
  static func guess(_ source: String) -> [String] {
    source.split { $0.isWhitespace || "'\"\\".contains($0) }.map(String.init)
  }
}
