import Accounts

/// How long a line that was typed is remembered.
enum LineKeeping: Equatable {
  /// Not at all: it may hold a secret.
  case never
  /// For the arrow keys of this prompt: it was refused, and can be typed right.
  case session
  /// In the file of the history.
  case file

  /// - Parameter isSplit: false where the words are only guessed, as a quote is open.
  init(_ words: [String], isSplit: Bool) {
    let command = CommandWords(words)
    guard isSplit, Invocation.accepts(words) else {
      let mayHoldSecret =
        command.fields?.contains { $0.place == .secret }
        ?? Self.secretNouns.contains(command.words.first?.value)
        || words.contains { Self.namesSecret($0) || Self.mayBeBankAccount($0) }
      self = mayHoldSecret ? .never : .session
      return
    }
    self = command.words.contains(where: Self.mayHoldSecret) ? .never : .file
  }

  /// Nouns whose verbs ask for secrets: a wrong verb does not make the rest of the line harmless.
  private static let secretNouns: [String?] = ["portal", "eft"]

  private static func mayHoldSecret(_ word: CommandWords.Word) -> Bool {
    switch word.role {
    case .secretFile: !word.namesFile
    case .field(let field): field.isFreeText && mayBeBankAccount(word.value)
    case .reason: mayBeBankAccount(word.value)
    case .other, .map, .reached, .sql: false
    }
  }

  /// An option of a secret's name, which no command has: `--password`, `--bank-account=…`.
  private static func namesSecret(_ word: String) -> Bool {
    guard word.hasPrefix("-") else { return false }
    let name = word.lowercased()
    return ["pass", "secret", "token", "bank", "session", "pin"].contains { name.contains($0) }
  }

  /// Eight digits or more, with blanks or dashes between them or not.
  private static func mayBeBankAccount(_ text: String) -> Bool {
    var digits = 0
    for character in text {
      if character.isNumber {
        digits += 1
        if digits == 8 { return true }
      } else if character != " ", character != "-" {
        digits = 0
      }
    }
    return false
  }
}
