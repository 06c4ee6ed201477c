extension Migration {
  /// Bill delivery by day, and the bounces that changed it.
  static let delivery = Migration(
    name: "delivery",
    sql: """
      CREATE TABLE delivery_preference (
        delivery_preference BIGINT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account,
        method TEXT NOT NULL CHECK (method = 'mail' OR method = 'email' OR method = 'both'),
        email TEXT,
        from_on {date} NOT NULL,
        to_on {date},
        CHECK (method = 'mail' OR email IS NOT NULL),
        CHECK (to_on IS NULL OR to_on >= from_on)
      ){table};
      CREATE INDEX delivery_preference_account ON delivery_preference (account, from_on);
      CREATE INDEX delivery_preference_email ON delivery_preference (email);

      CREATE TABLE delivery_event (
        delivery_event BIGINT PRIMARY KEY,
        delivery_preference BIGINT NOT NULL REFERENCES delivery_preference,
        account TEXT NOT NULL REFERENCES account,
        email TEXT,
        event_on {date} NOT NULL,
        kind TEXT NOT NULL CHECK (kind = 'bounce' OR kind = 'reverted' OR kind = 'moved_out'),
        type TEXT CHECK (type = 'hard' OR type = 'soft'),
        code TEXT
      ){table};
      CREATE INDEX delivery_event_preference ON delivery_event (delivery_preference);
      CREATE INDEX delivery_event_account ON delivery_event (account);
      """)
}
