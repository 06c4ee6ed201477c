extension Migration {
  /// Services whose final bill has a date to come. The marks that an older store lacks are written by
  /// `store migrate`, as a change.
  static let marksOfFinalBills = Migration(
    name: "marks of final bills",
    sql: """
      CREATE INDEX service_final_billed ON service (final_billed_on, stop_on, cancelled_on)
        WHERE final_billed_on IS NOT NULL;
      """)
}
