import Engines
package import Ledger
package import Values

/// A message to a user or customer, before it has an address.
package struct Letter: Sendable {
  let kind: LetterKind
  let subject: String
  let body: String

  package init(kind: LetterKind, subject: String, body: String) {
    self.kind = kind
    self.subject = subject
    self.body = body
  }
}

extension Books {
  /// Puts a message into the outbox, in the change at hand: it goes out if the change does.
  package func post(
    _ letter: Letter, to recipient: EmailAddress, user: Int64? = nil,
    account: AccountNumber? = nil
  ) throws(Stop) {
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
