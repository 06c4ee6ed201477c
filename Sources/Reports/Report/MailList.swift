package import Accounts

extension Report {
  /// Mails in the outbox and those that were sent, without what they say.
  package static func mails(
    status: OutboxStatus? = nil, kind: LetterKind? = nil, to recipient: EmailAddress? = nil,
    dueAt moment: Timestamp? = nil
  ) -> Report {
    var conditions: [Condition] = []
    if let status { conditions.append(Condition("o.status = ?", [status.datum])) }
    if let kind { conditions.append(Condition("o.kind = ?", [kind.datum])) }
    if let recipient {
      conditions.append(Condition("lower(o.recipient) = ?", [recipient.folded.datum]))
    }
    if let moment { conditions.append(Condition("o.next_attempt_at <= ?", [moment.datum])) }
    return Report(
      "mail list",
      columns: [
        Column("mail", of: OutboxMessage.id, "o"), Column("kind", of: OutboxMessage.kind, "o"),
        Column("to", of: OutboxMessage.recipient, "o"),
        Column("subject", of: OutboxMessage.subject, "o"),
        Column("posted", of: OutboxMessage.postedAt, "o"),
        Column("status", of: OutboxMessage.status, "o"),
        Column("attempts", of: OutboxMessage.attempts, "o"),
        Column("sent", of: OutboxMessage.sentAt, "o"),
        Column("failure", of: OutboxMessage.failure, "o"),
      ], from: "outbox_message o", where: conditions, orderBy: ["o.outbox_message DESC"])
  }
}
