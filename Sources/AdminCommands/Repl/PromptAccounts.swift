import Accounts

/// What the record in use means to commands that are about accounts.
extension Prompt {
  /// The accounts that belong to the record in use.
  private func accounts(of subject: PromptSubject) -> [NamedRecord] {
    if subject.kind == .account { return [NamedRecord(id: subject.key, meaning: "")] }
    return (try? store?.accounts(of: subject.kind, subject.key)) ?? []
  }

  /// A line with the record in use where it names none. What is about an account is about the
  /// customer's only one, and a list is narrowed to all accounts that belong to the record.
  func filling(_ words: [String]) -> [String] {
    guard let subject else { return words }
    let filled = subject.filling(words)
    guard filled == words else { return filled }
    if Self.isList(words) { return narrowing(words, subject) }
    guard subject.kind == .customer else { return words }
    let accounts = accounts(of: subject)
    guard accounts.count == 1 else { return words }
    return PromptSubject(kind: .account, key: accounts[0].id).filling(words)
  }

  private func narrowing(_ words: [String], _ subject: PromptSubject) -> [String] {
    let kind: RecordKind = Self.takes(.account, words) ? .account : .meter
    guard Self.takes(kind, words) else { return words }
    var keys = accounts(of: subject).map(\.id)
    if kind == .meter { keys = (try? store?.meters(of: keys)) ?? [] }
    guard !keys.isEmpty else { return words }
    return PromptSubject(kind: kind, key: keys.joined(separator: ",")).filling(words)
  }

  private static func isList(_ words: [String]) -> Bool {
    CompletionLine(words, typed: "").command is any ListCommand.Type
  }

  /// Whether a line has a place for such a record, and names none.
  private static func takes(_ kind: RecordKind, _ words: [String]) -> Bool {
    PromptSubject(kind: kind, key: "1").filling(words) != words
  }

  /// What is said where the line names no account, and the record has several or none of them.
  fileprivate func fault(ofLackingAccount words: [String]) -> CommandError? {
    guard let subject, subject.filling(words) == words else { return nil }
    if Self.isList(words) {
      let kind = [RecordKind.account, .meter].first { Self.takes($0, words) }
      guard let kind, narrowing(words, subject) == words else { return nil }
      return CommandError(
        .usage, "\(subject.text) has no \(kind.rawValue) today",
        remedy: "name a \(kind.rawValue), or type `use` first to list all")
    }
    guard subject.kind == .customer, let command = CompletionLine(words, typed: "").command,
      command is any FieldsCommand.Type || command is any ShowCommand.Type
    else { return nil }
    let accounts = accounts(of: subject)
    guard accounts.count > 1, let first = accounts.first, Self.takes(.account, words)
    else { return nil }
    let list = accounts.map { "\n  \($0.id)" + ($0.meaning.isEmpty ? "" : "  \($0.meaning)") }
    return CommandError(
      .usage, "customer \(subject.key) has \(accounts.count) accounts:\(list.joined())",
      remedy: "name one, or begin with `use account \(first.id)`")
  }
}

extension Session {
  /// Says that a line lacks the account of a record that has several or none; nil if it does not.
  func refusal(ofLackingAccount words: [String]) -> ExitStatus? {
    guard let fault = prompt?.fault(ofLackingAccount: words) else { return nil }
    say(lines: "ubadmin: \(fault.message)\n  \(fault.remedy)")
    return fault.status
  }
}
