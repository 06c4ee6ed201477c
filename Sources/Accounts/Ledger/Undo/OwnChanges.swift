package import Values

/// A change of the journal, as a question about it names it.
package struct NamedChange: Sendable {
  package let number: Int64
  package let at: Timestamp
  package let command: String
}

extension Store {
  /// The last change by an operator that still stands and changed something; undos are none.
  package func lastChange(by operatorName: String) throws -> NamedChange? {
    try named(
      """
      c.operator = ? AND c.undoes IS NULL AND c.row_count > 0 \
      AND \(ChangeSummary.standingUndo) IS NULL
      """, operatorName)
  }

  /// The last undo by an operator that still stands; what undid an undo is none.
  package func lastUndo(by operatorName: String) throws -> NamedChange? {
    try named(
      """
      c.operator = ? AND c.undoes IS NOT NULL AND \(ChangeSummary.standingUndo) IS NULL \
      AND EXISTS (SELECT 1 FROM change t WHERE t.change = c.undoes AND t.undoes IS NULL)
      """, operatorName)
  }

  private func named(_ test: String, _ operatorName: String) throws -> NamedChange? {
    var found: NamedChange?
    try each(
      sql:
        "SELECT c.change, c.at, c.command FROM change c WHERE \(test) ORDER BY c.change DESC LIMIT 1",
      [.text(operatorName)]
    ) { row in
      found = NamedChange(
        number: row.integer(0), at: Timestamp(row.datum(1)),
        command: String(decoding: row.text(2), as: UTF8.self))
      return false
    }
    return found
  }
}
