package import Accounts

extension Report {
  /// The journal's changes, newest first.
  package static func changes(
    operatorName: String? = nil, since: Timestamp? = nil, table: String? = nil, key: String? = nil
  ) -> Report {
    var conditions: [Condition] = []
    if let operatorName { conditions.append(Condition("c.operator = ?", [operatorName.datum])) }
    if let since { conditions.append(Condition("c.at >= ?", [since.datum])) }
    if let table {
      conditions.append(
        Condition(
          "EXISTS (SELECT 1 FROM change_row r WHERE r.change = c.change AND r.table_name = ?"
            + (key == nil ? ")" : " AND r.row_key = ?)"),
          [table.datum] + (key.map { [$0.datum] } ?? [])))
    }
    return Report(
      "change list",
      columns: [
        Column("change", "c.change", .integer).numbering(), Column("at", "c.at", .timestamp),
        Column("operator", "c.operator"), Column("acting-as", "c.acting_as", title: "Acting as"),
        Column("host", "c.host"),
        Column("rows", "c.row_count", .integer), Column("undoes", "c.undoes", .integer).numbering(),
        Column("undone-by", ChangeSummary.standingUndo, title: "Undone by", .integer).numbering(),
        Column("command", "c.command"), Column("reason", "c.reason"),
      ], from: "change c", where: conditions,
      orderBy: ["c.change DESC"])
  }
}
