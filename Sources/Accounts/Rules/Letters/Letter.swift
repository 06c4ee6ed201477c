import Engines
package import Ledger
package import Values

/// A message to a user or customer, before it has an address.
package struct Letter: Sendable {
  let kind: LetterKind
  let subject: String
  let body: String

  /// By the template of its kind, with the places filled in.
  package init(_ kind: LetterKind, _ settings: Settings, _ values: [MailPlaceholder: String]) {
    let template = MailTemplate(kind, settings)
    let contact = settings.contact.lines
    let all = values.merging([
      .city: settings[.city], .portal: settings[.portalAddress], .contact: contact,
    ]) { own, _ in own }
    // Where nothing is set, its line is left out.
    let text =
      contact.isEmpty
      ? template.text.replacing("\n\(MailPlaceholder.contact.phrase)", with: "") : template.text
    self.kind = kind
    subject = MailTemplate.filled(template.subject, all)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    body = MailTemplate.filled(text, all) + "\n"
  }
}

extension Books {
  /// Puts a message into the outbox, in the current change: it goes out if the change does.
  package func post(
    _ letter: Letter, to recipient: EmailAddress, user: Int64? = nil,
    account: AccountNumber? = nil
  ) throws(RuleError) {
    var row = Row<OutboxMessage>()
    row[OutboxMessage.id] = try nextID(OutboxMessage.self)
    row[OutboxMessage.kind] = letter.kind
    row[OutboxMessage.recipient] = recipient
    row[OutboxMessage.user] = user
    row[OutboxMessage.account] = account
    row[OutboxMessage.subject] = Line(trusted: letter.subject)
    row[OutboxMessage.body] = Secret(trusted: letter.body)
    row[OutboxMessage.postedAt] = now
    row[OutboxMessage.status] = .waiting
    row[OutboxMessage.attempts] = 0
    row[OutboxMessage.nextAttemptAt] = now
    insert(row)
  }
}
