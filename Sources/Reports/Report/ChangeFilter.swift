package import Accounts

/// Filters of a list of changes.
package struct ChangeFilter: Sendable {
  package var operatorName: String?
  package var since: Timestamp?
  /// The last moment, inclusive.
  package var until: Timestamp?
  package var table: String?
  /// The key of a row of the table.
  package var key: String?

  package init() {}

  /// Conditions on change `c`.
  var conditions: [Report.Condition] {
    var conditions: [Report.Condition] = []
    if let operatorName {
      conditions.append(Report.Condition("c.operator = ?", [operatorName.datum]))
    }
    if let since { conditions.append(Report.Condition("c.at >= ?", [since.datum])) }
    if let until { conditions.append(Report.Condition("c.at <= ?", [until.datum])) }
    if let table {
      conditions.append(
        Report.Condition(
          "EXISTS (SELECT 1 FROM change_row r WHERE r.change = c.change AND r.table_name = ?"
            + (key == nil ? ")" : " AND r.row_key = ?)"),
          [table.datum] + (key.map { [$0.datum] } ?? [])))
    }
    return conditions
  }
}
