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
