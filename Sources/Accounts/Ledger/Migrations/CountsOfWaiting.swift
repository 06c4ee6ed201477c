extension Migration {
  /// Stopped services without a final bill, and prenotes under way, are counted by their indexes alone,
  /// without a look at each.
  static let countsOfWaiting = Migration(
    name: "counts of what waits",
    sql: """
      DROP INDEX service_to_bill;
      CREATE INDEX service_to_bill ON service (stop_on, final_billed_on, cancelled_on)
        WHERE stop_on IS NOT NULL AND final_billed_on IS NULL AND cancelled_on IS NULL;
      CREATE INDEX eft_enrollment_prenotes ON eft_enrollment (state, prenote_on)
        WHERE state = 'prenote_pending';
      """)
}
