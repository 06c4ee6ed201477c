import Engines
package import Ledger
package import Values

/// Changes the text of a kind of mail, or goes back to the program's.
package struct SetMailTemplate: Mutation {
  package static let name = OperationName("mail", "template")
  package static let leastRole = Role.admin
  package static let writes: [TableWrite] = [
    .insert(StoredSetting.table), .update(StoredSetting.table), .delete(StoredSetting.table),
  ]

  let kind: LetterKind
  let subject: Line?
  let text: Prose?
  let isReset: Bool

  package init(_ kind: LetterKind, subject: Line?, text: Prose?) throws(Rejection) {
    self.kind = kind
    self.subject = subject
    self.text = text
    isReset = false
    let phrase = [subject?.text, text?.text].compactMap { $0 }
    let unknown = phrase.flatMap { MailTemplate.unknownPlaceholders(in: $0, of: kind) }
    guard unknown.isEmpty else {
      throw Rejection(
        .unknownChoice, field: "text-file", found: unknown.joined(separator: ", "),
        expected: "one of " + kind.places.map(\.phrase).joined(separator: ", "),
        remedy: "see `mail template show \(kind.rawValue)`")
    }
    guard let text else { return }
    let missing = kind.needed.filter { !text.text.contains($0.phrase) }
    guard missing.isEmpty else {
      throw Rejection(
        .required, field: "text-file",
        found: "a text without " + missing.map(\.phrase).joined(separator: ", "),
        expected: "the purpose of this kind of mail",
        remedy: "put it where it should appear in the mail")
    }
  }

  /// Goes back to the program's text.
  package init(reset kind: LetterKind) {
    self.kind = kind
    subject = nil
    text = nil
    isReset = true
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    var isChanged = false
    for (part, value) in [(MailTemplate.Part.subject, subject?.text), (.text, text?.text)] {
      let name = MailTemplate.name(kind, part)
      let before = try books.find(StoredSetting.self, name)
      if isReset {
        guard let before else { continue }
        books.delete(before)
        isChanged = true
        continue
      }
      guard let value else { continue }
      var after = Row<StoredSetting>()
      after[StoredSetting.name] = name
      after[StoredSetting.value] = value
      if let before {
        if books.update(before, to: after) { isChanged = true }
      } else {
        books.insert(after)
        isChanged = true
      }
    }
    guard isChanged else { return Effect("the text of \(kind.rawValue) mails is unchanged") }
    return Effect(
      isReset
        ? "\(kind.rawValue) mails use the built-in text again"
        : "text of \(kind.rawValue) mails changed")
  }
}
