import Accounts

extension Report {
  /// The journal's bulk runs, newest first.
  package static func jobs(_ filter: ChangeFilter) -> Report {
    Report(
      "job list",
      columns: [
        Column("job", "c.change", .integer).numbering(), Column("at", "c.at", .timestamp),
        Column("operator", "c.operator"), Column("source", Job.source),
        Column("rows", Job.rows, .integer), Column("records", "c.row_count", .integer),
        Column("left-out", Job.leftOut, title: "Left out", .integer),
        Column(
          "status",
          "CASE WHEN \(ChangeSummary.undoInEffect) IS NULL THEN 'applied' ELSE 'undone' END"),
        Column("undone-by", ChangeSummary.undoInEffect, title: "Undone by", .integer).numbering(),
        Column("command", "c.command"),
      ], from: "change c", where: filter.conditions + [Condition(Job.isOne)],
      orderBy: ["c.change DESC"])
  }
}
