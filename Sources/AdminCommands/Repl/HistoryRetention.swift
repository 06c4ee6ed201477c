import Accounts

/// How long a line that was typed is remembered.
enum HistoryRetention: Equatable {
  /// Not at all: it may hold a secret.
  case never
  /// For the arrow keys of this prompt: it was refused, and can be typed right.
  case session
  /// In the file of the history.
  case file

  /// - Parameter isSplit: false where the words are only guessed, as a quote is open.
  init(_ words: [String], isSplit: Bool) {
    let command = CommandWords(words)
    guard !words.contains(where: StoreLocation.holdsPassword(address:)) else {
      self = .never
      return
    }
    guard isSplit, Invocation.accepts(words) else {
      let mayHoldSecret =
        command.fields?.contains { $0.place == .secret }
        ?? Self.secretNouns.contains(command.words.first?.value)
        || words.contains {
          Self.namesSecret($0) || SecretDetector.mayBeBankAccount($0) || SecretDetector.hasToken($0)
        }
      self = mayHoldSecret ? .never : .session
      return
    }
    self =
      command.words.contains(where: Self.mayHoldSecret) || !HiddenNumbers(typed: words).isEmpty
      ? .never : .file
  }

  /// For a line that has run; a refused one is kept only until the prompt ends, to be corrected.
  /// - Parameter status: nil if the line leaves the prompt.
  func after(_ status: Int32?) -> HistoryRetention {
    guard self == .file, let status = status.flatMap(ExitStatus.init(rawValue:)) else {
      return self
    }
    return switch status {
    case .refused, .notFound, .conflict, .usage, .badData, .cannotOpenInput, .notPermitted:
      .session
    default: self
    }
  }

  /// Nouns whose verbs ask for secrets: a wrong verb does not make the rest of the line harmless.
  private static let secretNouns: [String?] = ["portal", "eft"]

  private static func mayHoldSecret(_ word: CommandWords.Word) -> Bool {
    switch word.role {
    case .secretFile: !word.namesFile
    case .field(let field):
      field.valueName == RoutingNumber.valueName
        || (field.isFreeText && isSecretText(word.value))
    case .reason: isSecretText(word.value)
    case .map, .reached, .option, .sql:
      SecretDetector.isBankNumber(word.value) || SecretDetector.hasToken(word.value)
    case .other: false
    }
  }

  /// An option of a secret's name, which no command has: `--password`, `--bank-account=…`.
  private static func namesSecret(_ word: String) -> Bool {
    guard word.hasPrefix("-") else { return false }
    let name = word.lowercased()
    return ["pass", "secret", "token", "bank", "session", "pin"].contains { name.contains($0) }
  }

  private static func isSecretText(_ text: String) -> Bool {
    SecretDetector.mayBeBankAccount(text) || SecretDetector.hasToken(text)
      || SecretDetector.namesSecret(text)
  }
}

extension Session {
  /// For a line of the prompt. Words that are no command are searched for, and kept as `search` is; a number
  /// that opens a record of the last search means nothing in a later session.
  func retention(of words: [String], isSplit: Bool) -> HistoryRetention {
    let own = HistoryRetention(isSplit ? meant(words) : words, isSplit: isSplit)
    guard isSplit, own == .session, case .command(let typed) = LineRequest(words),
      let search = PromptShortcuts(session: self).search(typed), !search.contains("--pick")
    else { return own }
    return HistoryRetention(search, isSplit: true)
  }
}
