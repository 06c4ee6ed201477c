package import Values

/// A change of the journal, as questions name it.
package struct NamedChange: Sendable {
  package let number: Int64
  package let at: Timestamp
  package let command: String
  /// The change that it undid.
  package let undone: (number: Int64, at: Timestamp, command: String)?
}

extension ChangeSummary {
  /// SQL: that an undo of change `c` takes something back. Sent mail cannot be recalled, and what a command of
  /// the store itself writes, as the marks of a migration, follows from other records.
  package static let isUndoable = "c.command NOT LIKE 'ubadmin store %' AND \(isMoreThanSending)"

  private static let isMoreThanSending = """
    EXISTS (SELECT 1 FROM change_row r \
    WHERE r.change = c.change AND NOT (r.table_name = 'outbox_message' AND r.action = 'update' \
    AND EXISTS (SELECT 1 FROM outbox_message o \
    WHERE o.status <> \(OutboxStatus.waiting.sql) AND o.outbox_message = \
    CASE WHEN r.table_name = 'outbox_message' THEN CAST(r.row_key AS BIGINT) END)))
    """
}

extension Store {
  /// The last change by an operator that is still in effect and changed something. Undos do not
  /// count, and neither do sending mail and `store migrate`.
  package func lastChange(by operatorName: String) throws -> NamedChange? {
    try named(
      """
      c.operator = ? AND c.undoes IS NULL AND c.row_count > 0 \
      AND \(ChangeSummary.undoInEffect) IS NULL AND \(ChangeSummary.isUndoable)
      """, operatorName)
  }

  /// The last undo by an operator that is still in effect; what undid an undo is none.
  package func lastUndo(by operatorName: String) throws -> NamedChange? {
    try named(
      """
      c.operator = ? AND c.undoes IS NOT NULL AND \(ChangeSummary.undoInEffect) IS NULL \
      AND EXISTS (SELECT 1 FROM change t WHERE t.change = c.undoes AND t.undoes IS NULL)
      """, operatorName)
  }

  private func named(_ test: String, _ operatorName: String) throws -> NamedChange? {
    var found: NamedChange?
    try each(
      sql:
        "SELECT c.change, c.at, c.command, u.change, u.at, u.command FROM change c "
        + "LEFT JOIN change u ON u.change = c.undoes WHERE \(test) ORDER BY c.change DESC LIMIT 1",
      [.text(operatorName)]
    ) { row in
      found = NamedChange(
        number: row.integer(0), at: Timestamp(row.datum(1)),
        command: String(decoding: row.text(2), as: UTF8.self),
        undone: row.isNull(3)
          ? nil
          : (row.integer(3), Timestamp(row.datum(4)), String(decoding: row.text(5), as: UTF8.self)))
      return false
    }
    return found
  }
}
