import Accounts

extension Report {
  /// The journal's changes, newest first.
  package static func changes(_ filter: ChangeFilter) -> Report {
    Report(
      "change list",
      columns: [
        Column("change", "c.change", .integer).numbering(), Column("at", "c.at", .timestamp),
        Column("operator", "c.operator"), Column("acting-as", "c.acting_as", title: "Acting as"),
        Column("host", "c.host"),
        Column("rows", "c.row_count", .integer), Column("undoes", "c.undoes", .integer).numbering(),
        Column("undone-by", ChangeSummary.undoInEffect, title: "Undone by", .integer).numbering(),
        Column("command", "c.command"), Column("reason", ChangeSummary.allReasons),
      ], from: "change c", where: filter.conditions,
      orderBy: ["c.change DESC"])
  }
}
