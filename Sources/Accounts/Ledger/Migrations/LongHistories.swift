extension Migration {
  /// What is in force is found without what ended long ago, and bounces by their address.
  static let longHistories = Migration(
    name: "long histories",
    sql: """
      CREATE INDEX account_customer_open ON account_customer (account) WHERE to_on IS NULL;
      CREATE INDEX account_customer_ended ON account_customer (account, to_on)
        WHERE to_on > from_on;
      CREATE INDEX account_customer_of ON account_customer (account, cid, from_on);
      DROP INDEX account_customer_account;

      CREATE INDEX service_open ON service (account) WHERE stop_on IS NULL;
      CREATE INDEX service_ended ON service (account, stop_on) WHERE stop_on > start_on;

      CREATE INDEX meter_install_of ON meter_install (meter, from_on);
      DROP INDEX meter_install_meter;

      CREATE INDEX delivery_preference_open ON delivery_preference (account) WHERE to_on IS NULL;
      CREATE INDEX delivery_preference_ended ON delivery_preference (account, to_on)
        WHERE to_on > from_on;

      CREATE INDEX delivery_event_bounce ON delivery_event (email, kind, type, event_on);
      CREATE INDEX delivery_event_of ON delivery_event (account, email, kind);
      DROP INDEX delivery_event_account;
      """)
}
