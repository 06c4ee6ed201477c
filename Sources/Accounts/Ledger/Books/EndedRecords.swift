package import Engines
package import Values

extension Books {
  /// A row of a file that would bring back what was ended on purpose since the file was applied: it is
  /// refused, or left out.
  /// - Parameter record: with how it ended, e.g. `…, which ended on 2026-03-10`.
  package func leaveEnded(
    _ record: String, field: String, expected: String
  ) throws(RuleError) -> Effect {
    guard repeats == .refuse else {
      return Effect(
        "\(record), is unchanged",
        notices: ["\(record), is left out; \(option: "again") applies the row"])
    }
    throw refusalOfKnown(field: field, found: record, expected: expected)
  }

  /// The day of the last change by a file, still in effect, that wrote such a line of the journal about a
  /// record; nil if there is none. What a person changed by hand is no sign that a file comes again.
  /// - Parameters:
  ///   - test: of the journal's line `r`, in SQL.
  ///   - cell: what it wrote.
  package func dayOfFile<E: Entity>(
    changing entity: E.Type, _ key: Int64, where test: String,
    writing cell: (name: String, value: Datum)? = nil
  ) throws(RuleError) -> CivilDate? {
    // The current change, which may have lines about the record already, is no job yet.
    let sql = """
      SELECT c.at, r.after FROM change_row r JOIN change c ON c.change = r.change \
      WHERE r.table_name = '\(E.table.name)' AND r.row_key = ? AND r.action = 'update' \
      AND r.change <= (SELECT max(change) FROM job) AND r.after IS NOT NULL AND \(test) \
      AND \(Job.isOne) AND c.undoes IS NULL AND \(ChangeSummary.undoInEffect) IS NULL \
      ORDER BY r.change DESC
      """
    var day: CivilDate?
    try each(sql: sql, [.text("\(key)")]) { row in
      if let cell {
        let after = RowCells.parse(String(decoding: row.text(1), as: UTF8.self)) ?? []
        guard after.contains(where: { $0.name == cell.name && $0.value == cell.value }) else {
          return true
        }
      }
      day = settings.zone.day(of: Timestamp(row.datum(0)))
      return false
    }
    return day
  }
}
