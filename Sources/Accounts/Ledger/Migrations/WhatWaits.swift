extension Migration {
  /// Starts to come, and stops that are to come or not billed yet: few of very many services.
  static let whatWaits = Migration(
    name: "what waits",
    sql: """
      CREATE INDEX service_starts ON service (start_on);
      CREATE INDEX service_to_bill ON service (stop_on)
        WHERE stop_on IS NOT NULL AND final_billed_on IS NULL;
      """)
}
