extension Migration {
  /// One of very many rows of a user, an address or a service is found without the others.
  static let oneOfMany = Migration(
    name: "one of many",
    sql: """
      CREATE INDEX link_of ON link (portal_user, account);
      DROP INDEX link_user;

      CREATE INDEX delivery_preference_of ON delivery_preference (email, account);
      DROP INDEX delivery_preference_email;

      CREATE INDEX meter_install_in ON meter_install (service, from_on);
      DROP INDEX meter_install_service;
      """)
}
