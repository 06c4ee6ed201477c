import Accounts

/// What the record in use means to commands that are about accounts.
extension Prompt {
  /// The accounts that belong to the record in use.
  /// - Returns: nil if they cannot be looked up; the command then says why.
  private func accounts(of subject: PromptSubject) -> [NamedRecord]? {
    if subject.kind == .account { return [NamedRecord(id: subject.key, meaning: "")] }
    return try? store?.accounts(of: subject.kind, subject.key)
  }

  /// A line with the record in use where it names none. What is about an account is about the
  /// record's only one, and what is about a meter about the account's only one; a list is narrowed to
  /// all accounts that belong to the record.
  /// - Parameter isShort: whether the noun was left out; then fewer records stand for others.
  func filling(_ words: [String], isShort: Bool = false) -> [String] {
    guard let subject else { return words }
    let filled = subject.filling(words)
    guard filled == words else { return filled }
    if Self.isList(words) { return narrowing(words, subject) }
    guard isShort ? subject.kind == .customer : Self.withAccount.contains(subject.kind) else {
      return words
    }
    let line = CompletionLine(words, typed: "")
    let isShow = line.command is any ShowCommand.Type
    let onlyReads = isShow || line.path == ["history"]
    guard onlyReads || line.command is any FieldsCommand.Type else { return words }
    // A bill's account is not meant by commands that change services.
    guard subject.kind != .bill || onlyReads || line.path == ["payment", "post"] else {
      return words
    }
    if subject.kind != .account, Self.takes(.account, words) {
      guard let accounts = accounts(of: subject), accounts.count == 1 else { return words }
      return paying(PromptSubject(kind: .account, key: accounts[0].id).filling(words))
    }
    // The meter that goes into a service is another than the one there.
    guard !isShort, line.path != ["meter", "install"] else { return words }
    let kinds: [RecordKind] = isShow ? [.meter, .customer, .location] : [.meter]
    guard let kind = kinds.first(where: { Self.takes($0, words) }) else { return words }
    guard let accounts = accounts(of: subject), accounts.count == 1,
      let keys = try? store?.records(kind, of: accounts[0].id), keys.count == 1
    else { return words }
    return PromptSubject(kind: kind, key: keys[0]).filling(words)
  }

  /// Records that may stand for their only account.
  private static let withAccount: [RecordKind] = [.account, .customer, .user, .bill]

  /// A payment while a bill is in use is for that bill.
  private func paying(_ words: [String]) -> [String] {
    let line = CompletionLine(words, typed: "")
    guard let subject, subject.kind == .bill, line.path == ["payment", "post"],
      !line.givenOptions.contains("--bill")
    else { return words }
    return words[..<line.pathEnd] + ["--bill", subject.key] + words[line.pathEnd...]
  }

  private func narrowing(_ words: [String], _ subject: PromptSubject) -> [String] {
    let kind: RecordKind = Self.takes(.account, words) ? .account : .meter
    guard Self.takes(kind, words) else { return words }
    var keys = (accounts(of: subject) ?? []).map(\.id)
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
      guard let kind, self.accounts(of: subject) != nil, narrowing(words, subject) == words else {
        return nil
      }
      let article = kind == .account ? "an" : "a"
      return CommandError(
        .usage, "\(subject.text) has no \(kind.rawValue) today",
        remedy: "name \(article) \(kind.rawValue), or type `use` first to list all")
    }
    guard [.customer, .user].contains(subject.kind),
      let command = CompletionLine(words, typed: "").command,
      command is any FieldsCommand.Type || command is any ShowCommand.Type
    else { return nil }
    guard let accounts = accounts(of: subject), accounts.count > 1, let first = accounts.first,
      Self.takes(.account, words) || Self.takes(.account, withoutValue(words))
    else { return nil }
    let list = accounts.map { "\n  \($0.id)" + ($0.meaning.isEmpty ? "" : "  \($0.meaning)") }
    return CommandError(
      .usage, "\(subject.text) has \(accounts.count) accounts:\(list.joined())",
      remedy: "name one, or begin with `use account \(word: first.id)`")
  }

  /// A line without the reading or amount behind what it takes, as `stop w 379354`.
  private func withoutValue(_ words: [String]) -> [String] {
    let line = CompletionLine(words, typed: "")
    guard let first = line.argumentPlaces.first, let last = line.argumentPlaces.last, first < last,
      last == words.count - 1, PromptShortcuts.isNumber(words[last]),
      line.slots?.options.contains(where: { ["--reading", "--amount"].contains($0.longName) })
        == true,
      (try? store?.filter(listed: Account.self, words[first], "account")) == nil
    else { return words }
    return Array(words.dropLast())
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
