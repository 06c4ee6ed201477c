import Accounts

/// A query for the changes that wrote certain rows, with marks for the record's key.
struct JournalLines {
  let sql: String
  var marks: [HistoryEvent.Mark] = [.own]

  /// Rows by their keys as the journal writes them; each table has an index by key.
  static func rows(
    _ table: String, _ keys: String, _ marks: [HistoryEvent.Mark] = [.own]
  ) -> JournalLines {
    JournalLines(
      sql: "SELECT r.change FROM change_row r WHERE \(isOf(table, "r")) AND r.row_key IN (\(keys))",
      marks: marks)
  }

  /// Rows that belong to the record.
  static func owned(
    _ table: String, key: String? = nil, by test: String, _ dialect: any Dialect
  ) -> JournalLines {
    rows(table, "SELECT \(dialect.key(key ?? table)) FROM \(table) WHERE \(test)")
  }

  /// What took rows of any table away from an account or a customer.
  static func taken(from cell: JournalCell, _ dialect: any Dialect) -> JournalLines {
    JournalLines(sql: "SELECT g.change FROM change_row g WHERE \(cell.was(dialect))")
  }

  /// The same, and what had been written of these rows of some tables before.
  static func former(
    _ cell: JournalCell, _ tables: [String], _ dialect: any Dialect
  ) -> [JournalLines] {
    [taken(from: cell, dialect)] + tables.map { before($0, cell.was(dialect)) }
  }

  /// Removed rows of a table, with what had been written of them.
  /// - Parameter test: tells by the cells in `g.before` whether they belonged to the record.
  static func removed(_ table: String, _ test: String, also source: String = "") -> JournalLines {
    before(table, "g.action = 'delete' AND \(test)", also: source)
  }

  /// Notes on a record that an undo removed, and what it undid. No index has lines by the keys of notes.
  static func removedNotes(of kind: HistoryKind, _ dialect: any Dialect) -> [JournalLines] {
    let key = JournalCell(name: "record_key")
    return ["g.change", "u.undoes"].map { change in
      JournalLines(
        sql: """
          SELECT \(change) FROM change_row g JOIN change u ON u.change = g.change \
          WHERE g.table_name = 'note' AND g.action = 'delete' \
          AND g.before LIKE '%"kind":"\(kind.record.rawValue)"%' AND \(key.was(dialect))
          """, marks: [.text])
    }
  }

  /// What was written of rows up to a line that meets a test.
  static func before(_ table: String, _ test: String, also source: String = "") -> JournalLines {
    JournalLines(
      sql: """
        SELECT r.change FROM \(source)change_row g JOIN change_row r ON r.row_key = g.row_key \
        AND r.change <= g.change WHERE g.table_name = '\(table)' AND \(test) \
        AND r.table_name = '\(table)'
        """)
  }

  /// Lines about a table; of reads those that an index has, but none of large files.
  static func isOf(_ table: String, _ row: String) -> String {
    let test = "\(row).table_name = '\(table)'"
    guard table == Read.table.name else { return test }
    return """
      \(test) AND (\(row).action <> 'insert' OR \(row).number <= 100) \
      AND (\(row).action <> 'insert' \
      OR (SELECT f.row_count FROM change f WHERE f.change = \(row).change) <= 100)
      """
  }
}

extension JournalCell {
  /// Whether a line `g` took a row away from whom the mark names.
  func was(_ dialect: any Dialect) -> String {
    "\(isIn("g.before", dialect)) AND \(value(of: "g.before", dialect)) = ?"
  }
}

/// Lines by their number among all: the later, the greater.
extension JournalLines {
  /// More than the lines of any change.
  private static let linesOfChange = "4294967296"

  static func number(_ line: String) -> String {
    "\(line).change * \(linesOfChange) + \(line).number"
  }

  static func number(ofChange change: String) -> String { "\(change) * \(linesOfChange)" }

  static func change(of number: String) -> String { "\(number) / \(linesOfChange)" }

  /// The line that wrote a column of a row last: the row's insert wrote all of them.
  static func line(of column: String, in table: String, _ key: String) -> String {
    """
    (SELECT MAX(\(number("x"))) FROM change_row x WHERE \(isOf(table, "x")) \
    AND x.row_key = \(key) AND (x.action = 'insert' OR x.after LIKE '%"\(column)":%'))
    """
  }
}

/// Reads of a meter, by their keys, which begin with the meter and the day.
extension JournalLines {
  private static let tab = "'\t'"
  /// Behind every key of the meter.
  private static let end = "'\n'"

  static let readsOfMeter = JournalLines(
    sql: """
      SELECT r.change FROM change_row r WHERE \(isOf(Read.table.name, "r")) \
      AND r.row_key >= ? || \(tab) AND r.row_key < ? || \(end)
      """, marks: [.own, .own])

  /// Those of the days on which a meter was in a service.
  static func readsOfServices(_ test: String, _ dialect: any Dialect) -> JournalLines {
    let dayAfter = dialect.day("i.to_on", plus: "1")
    return JournalLines(
      sql: """
        SELECT r.change FROM service s JOIN meter_install i ON i.service = s.service \
        JOIN change_row r ON r.row_key >= i.meter || \(tab) || CAST(i.from_on AS TEXT) \
        AND r.row_key < i.meter || CASE WHEN i.to_on IS NULL THEN \(end) \
        ELSE \(tab) || CAST(\(dayAfter) AS TEXT) END WHERE \(test) \
        AND \(isOf(Read.table.name, "r"))
        """)
  }
}
