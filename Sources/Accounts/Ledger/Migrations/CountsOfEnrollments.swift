extension Migration {
  /// Enrollments that wait for a clerk are counted by an index alone, without a look at each.
  static let countsOfEnrollments = Migration(
    name: "counts of enrollments",
    sql: """
      DROP INDEX eft_enrollment_prenotes;
      CREATE INDEX eft_enrollment_waiting
        ON eft_enrollment (state, prenote_on, entered_on, ends_on);
      """)
}
