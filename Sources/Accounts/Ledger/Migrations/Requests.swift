extension Migration {
  /// Requests of citizens and what was written about them.
  static let requests = Migration(
    name: "requests",
    sql: """
      CREATE TABLE request (
        request BIGINT PRIMARY KEY,
        email TEXT,
        portal_user BIGINT REFERENCES portal_user,
        account TEXT REFERENCES account,
        subject TEXT NOT NULL,
        received_on {date} NOT NULL,
        status TEXT NOT NULL
          CHECK (status = 'open' OR status = 'assigned' OR status = 'answered'
            OR status = 'closed'),
        status_on {date} NOT NULL,
        assignee TEXT,
        close_reason TEXT,
        CHECK (email IS NOT NULL OR account IS NOT NULL)
      ){table};
      CREATE INDEX request_status ON request (status, received_on);
      CREATE INDEX request_user ON request (portal_user);
      CREATE INDEX request_account ON request (account);
      CREATE INDEX request_subject ON request (subject);

      CREATE TABLE request_message (
        request_message BIGINT PRIMARY KEY,
        request BIGINT NOT NULL REFERENCES request,
        sender TEXT NOT NULL CHECK (sender = 'citizen' OR sender = 'staff'),
        operator TEXT,
        at {timestamp} NOT NULL,
        text TEXT NOT NULL
      ){table};
      CREATE INDEX request_message_request ON request_message (request);
      """)
}
