package import Engines
package import Values

/// A message that waits to be sent, or was.
package enum OutboxMessage: Entity {
  package static let id = Column<OutboxMessage, Int64>(0, "outbox_message")
  package static let kind = Column<OutboxMessage, LetterKind>(1, "kind")
  package static let recipient = Column<OutboxMessage, EmailAddress>(2, "recipient")
  package static let user = Column<OutboxMessage, Int64?>(
    3, "portal_user", references: { User.table })
  package static let account = Column<OutboxMessage, AccountNumber?>(
    4, "account", references: { Account.table })
  package static let subject = Column<OutboxMessage, Line>(5, "subject")
  /// May hold a link that lets its reader in: emptied when it is sent, and with such a link when it has
  /// failed.
  package static let body = Column<OutboxMessage, Secret?>(6, "body")
  package static let postedAt = Column<OutboxMessage, Timestamp>(7, "posted_at")
  package static let status = Column<OutboxMessage, OutboxStatus>(8, "status")
  package static let attempts = Column<OutboxMessage, Int>(9, "attempts")
  /// While it is being sent: since when.
  package static let nextAttemptAt = Column<OutboxMessage, Timestamp>(10, "next_attempt_at")
  package static let sentAt = Column<OutboxMessage, Timestamp?>(11, "sent_at")
  package static let failure = Column<OutboxMessage, Remark?>(12, "failure")

  package static let table = Table(
    "outbox_message",
    [
      id.info, kind.info, recipient.info, user.info, account.info, subject.info, body.info,
      postedAt.info, status.info, attempts.info, nextAttemptAt.info, sentAt.info, failure.info,
    ])

  /// The row without its user, where it is a mail that has left the outbox: it cannot be called
  /// back, and must not stand in the way of an undo.
  static func detached(_ row: [Datum], of table: Table) -> [Datum]? {
    guard hasLeft(row, of: table) else { return nil }
    var detached = row
    detached[user.info.index] = .null
    return detached
  }

  /// Whether it is a mail that was handed to the mail program.
  static func hasLeft(_ row: [Datum], of table: Table) -> Bool {
    table === Self.table && row[status.info.index] != OutboxStatus.waiting.datum
  }

  /// False of one that waits or has failed.
  static func mayHaveGoneOut(_ row: [Datum]) -> Bool {
    [OutboxStatus.sending.datum, OutboxStatus.sent.datum].contains(row[status.info.index])
  }

  package static let nextDue = Lookup<OutboxMessage>(
    [.is(status, .waiting), .notAfter(nextAttemptAt)], order: [.ascending(id)], limit: 1)
  package static let due = Lookup<OutboxMessage>(
    [.is(status, .waiting), .notAfter(nextAttemptAt)], order: [.ascending(id)])
  package static let inHand = Lookup<OutboxMessage>(
    [.is(status, .sending), .before(nextAttemptAt)], order: [.ascending(id)])
  package static let unanswered = Statement(
    """
    SELECT count(*) FROM outbox_message \
    WHERE status = \(OutboxStatus.sending.sql) AND next_attempt_at < ?
    """)
  /// How many others are being sent, and since when the last one is.
  package static let lately = Statement(
    """
    SELECT count(*), MAX(next_attempt_at) FROM outbox_message \
    WHERE status = \(OutboxStatus.sending.sql) AND next_attempt_at >= ?
    """)
}

/// Progress of a message.
package enum OutboxStatus: String, Choice {
  package static let valueName = "status"
  case waiting
  /// Handed to the mail program; whether it took the message is not known yet.
  case sending
  case sent, failed
}

/// What messages there are.
package enum LetterKind: String, Choice {
  package static let valueName = "kind"
  case activation, recovery, unlock, email
  case lockedOut = "locked_out"
  case registeredAlready = "registered_already"
  case addressChange = "address_change"
  case delivery, eft, reply, report

  /// Whether its link lets its reader in.
  package var holdsSecret: Bool {
    switch self {
    case .activation, .recovery, .unlock, .email: true
    case .lockedOut, .registeredAlready, .addressChange, .delivery, .eft, .reply, .report: false
    }
  }
}

/// How long a mail is tried, and how often.
package enum MailRetryPolicy {
  /// From one attempt to the next; after the last a mail has failed. About four days in all.
  package static let minutes = [5, 15, 60, 240, 480, 720, 1440, 1440, 1440]
  /// A process that was sending a mail has finished or died by then.
  package static let minutesInHand = 15
}
