import Accounts

/// What a customer in use means to commands that are about an account.
extension Prompt {
  /// The accounts of the customer in use; none where another record is.
  private var accounts: [NamedRecord] {
    guard let subject, subject.kind == .customer else { return [] }
    return (try? store?.accounts(ofCustomer: subject.key)) ?? []
  }

  /// A line with the record in use where it names none: the customer's only account where it is about
  /// an account.
  func filling(_ words: [String]) -> [String] {
    guard let subject else { return words }
    let filled = subject.filling(words)
    guard filled == words, subject.kind == .customer else { return filled }
    let accounts = accounts
    guard accounts.count == 1 else { return words }
    return PromptSubject(kind: .account, key: accounts[0].id).filling(words)
  }

  /// What is said where the customer has several accounts, and the line names none.
  fileprivate func fault(ofLackingAccount words: [String]) -> CommandError? {
    guard let subject, subject.kind == .customer, subject.filling(words) == words,
      let command = CompletionLine(words, typed: "").command,
      command is any FieldsCommand.Type || command is any ShowCommand.Type
    else { return nil }
    let accounts = accounts
    guard accounts.count > 1, let first = accounts.first,
      PromptSubject(kind: .account, key: first.id).filling(words) != words
    else { return nil }
    let list = accounts.map { "\n  \($0.id)" + ($0.meaning.isEmpty ? "" : "  \($0.meaning)") }
    return CommandError(
      .usage, "customer \(subject.key) has \(accounts.count) accounts:\(list.joined())",
      remedy: "name the one that is meant, or begin with `use account \(first.id)`")
  }
}

extension Session {
  /// Says that a line lacks the account of a customer who has several; nil where it does not.
  func refusal(ofLackingAccount words: [String]) -> ExitStatus? {
    guard let fault = prompt?.fault(ofLackingAccount: words) else { return nil }
    say(lines: "ubadmin: \(fault.message)\n  \(fault.remedy)")
    return fault.status
  }
}
