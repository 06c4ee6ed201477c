extension Migration {
  /// Bounced bills are counted among very many accounts by these indexes alone, but for the
  /// preferences themselves.
  static let bouncedBills = Migration(
    name: "bounced bills",
    sql: """
      CREATE INDEX delivery_event_of_preference
        ON delivery_event (delivery_preference, kind, event_on);
      DROP INDEX delivery_event_preference;

      CREATE INDEX account_closed ON account (account, closed_on) WHERE closed_on IS NOT NULL;
      """)
}
