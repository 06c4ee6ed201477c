extension Migration {
  /// Why rows of a change were written, where the rows of its file give different reasons: each reason holds from
  /// that line of the journal on, and NULL ends it.
  static let reasonsOfRows = Migration(
    name: "reasons of rows",
    sql: """
      CREATE TABLE change_reason (
        change BIGINT NOT NULL,
        number BIGINT NOT NULL,
        reason TEXT,
        PRIMARY KEY (change, number)
      ){clustered};
      """)
}
