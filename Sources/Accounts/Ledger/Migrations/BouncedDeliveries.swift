extension Migration {
  /// Bounced deliveries as a table of their own, so that counting them in a large city looks at no other preference;
  /// filled from what is there.
  static let bouncedDeliveries = Migration(
    name: "bounced deliveries",
    sql: """
      CREATE TABLE bounced_delivery (
        delivery_preference BIGINT PRIMARY KEY,
        account TEXT NOT NULL,
        from_on {date} NOT NULL,
        to_on {date},
        bounced_on {date}
      ){table};
      INSERT INTO bounced_delivery
        SELECT p.delivery_preference, p.account, p.from_on, p.to_on, b.bounced_on
        FROM (
          SELECT delivery_preference, max(CASE WHEN kind = 'bounce' THEN event_on END) AS bounced_on
          FROM delivery_event WHERE kind = 'bounce' OR kind = 'reverted'
          GROUP BY delivery_preference) b
        JOIN delivery_preference p ON p.delivery_preference = b.delivery_preference;
      """)
}
