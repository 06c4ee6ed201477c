extension Migration {
  /// An index of the services that have a mark, to find those whose final bill is dated later. The marks that an older store lacks are written by
  /// `store migrate`, as a change.
  static let marksOfFinalBills = Migration(
    name: "marks of final bills",
    sql: """
      CREATE INDEX service_final_billed ON service (final_billed_on, stop_on, cancelled_on)
        WHERE final_billed_on IS NOT NULL;
      """)
}
