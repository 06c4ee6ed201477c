/// A message that waits to be sent, or was.
public enum OutboxMessage: Entity {
  public static let id = Column<OutboxMessage, Int64>(0, "outbox_message")
  public static let kind = Column<OutboxMessage, LetterKind>(1, "kind")
  public static let recipient = Column<OutboxMessage, EmailAddress>(2, "recipient")
  public static let user = Column<OutboxMessage, Int64?>(3, "portal_user")
  public static let account = Column<OutboxMessage, AccountNumber?>(4, "account")
  public static let subject = Column<OutboxMessage, Line>(5, "subject")
  /// Holds links that let their reader in; emptied when it is sent.
  public static let body = Column<OutboxMessage, Secret?>(6, "body")
  public static let postedAt = Column<OutboxMessage, Timestamp>(7, "posted_at")
  public static let status = Column<OutboxMessage, OutboxStatus>(8, "status")
  public static let attempts = Column<OutboxMessage, Int>(9, "attempts")
  /// While it is being sent: since when.
  public static let nextAttemptAt = Column<OutboxMessage, Timestamp>(10, "next_attempt_at")
  public static let sentAt = Column<OutboxMessage, Timestamp?>(11, "sent_at")
  public static let failure = Column<OutboxMessage, Remark?>(12, "failure")

  public static let table = Table(
    "outbox_message",
    [
      id.info, kind.info, recipient.info, user.info, account.info, subject.info, body.info,
      postedAt.info, status.info, attempts.info, nextAttemptAt.info, sentAt.info, failure.info,
    ])

  /// The row without its user, where it is a mail that has left the outbox: it cannot be called
  /// back, and must not stand in the way of an undo.
  static func detached(_ row: [Datum], of table: Table) -> [Datum]? {
    guard table === Self.table, row[status.info.index] != OutboxStatus.waiting.datum else {
      return nil
    }
    var detached = row
    detached[user.info.index] = .null
    return detached
  }

  /// False of one that waits or has failed.
  static func mayHaveGoneOut(_ row: [Datum]) -> Bool {
    [OutboxStatus.sending.datum, OutboxStatus.sent.datum].contains(row[status.info.index])
  }

  static let nextDue = Lookup<OutboxMessage>(
    [.is(status, .waiting), .notAfter(nextAttemptAt)], order: [.ascending(id)], limit: 1)
  static let due = Lookup<OutboxMessage>(
    [.is(status, .waiting), .notAfter(nextAttemptAt)], order: [.ascending(id)])
  static let inHand = Lookup<OutboxMessage>(
    [.is(status, .sending), .before(nextAttemptAt)], order: [.ascending(id)])
  static let unanswered = Statement(
    "SELECT count(*) FROM outbox_message WHERE status = 'sending' AND next_attempt_at < ?")
}

/// How far a message has come.
public enum OutboxStatus: String, Choice {
  public static let valueName = "status"
  case waiting
  /// Handed to the mail program; whether it took the message is not known yet.
  case sending
  case sent, failed
}

extension Migration {
  /// Messages to users, posted with the change that they tell of.
  static let mail = Migration(
    name: "mail",
    sql: """
      CREATE TABLE outbox_message (
        outbox_message BIGINT PRIMARY KEY,
        kind TEXT NOT NULL,
        recipient TEXT NOT NULL,
        portal_user BIGINT REFERENCES portal_user,
        account TEXT REFERENCES account,
        subject TEXT NOT NULL,
        body TEXT,
        posted_at {timestamp} NOT NULL,
        status TEXT NOT NULL
          CHECK (status = 'waiting' OR status = 'sending' OR status = 'sent' OR status = 'failed'),
        attempts BIGINT NOT NULL,
        next_attempt_at {timestamp} NOT NULL,
        sent_at {timestamp},
        failure TEXT
      ){table};
      CREATE INDEX outbox_message_status ON outbox_message (status, next_attempt_at);
      CREATE INDEX outbox_message_user ON outbox_message (portal_user);
      CREATE INDEX outbox_message_account ON outbox_message (account);
      """)
}

extension Books {
  /// Puts a message into the outbox, in the change at hand: it goes out if the change does.
  func post(
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

  /// Sends the user a link that proves the address.
  @discardableResult
  func mail(
    _ secret: PortalSecret, _ purpose: TokenPurpose, to user: Row<User>,
    at address: EmailAddress? = nil, voidsEarlier: Bool = true
  ) throws(Stop) -> Row<Token> {
    let token = try issue(secret, purpose, to: user, voidsEarlier: voidsEarlier)
    try post(
      .link(purpose, secret, to: user[User.firstName], settings),
      to: address ?? user[User.email], user: user[User.id])
    return token
  }
}
