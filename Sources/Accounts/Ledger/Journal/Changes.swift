package import Engines
package import Values

/// The header of one change, as people read it.
package struct ChangeSummary: Sendable, Equatable {
  package let change: Int64
  package let at: Timestamp
  package let operatorName: String
  /// The account whose rights were used, where it is not the operator's own.
  package let actingAs: String?
  package let host: String
  package let command: String
  package let reason: String?
  package let rowCount: Int64
  /// The change that this one took back.
  package let undoes: Int64?
  /// The change that took this one back, if it is still in effect.
  package let undoneBy: Int64?
}

/// One row of a change.
package struct ChangedRow: Sendable {
  package let number: Int64
  package let table: String
  /// The key as people read it.
  package let key: String
  package let action: RowChange.Action
  /// Of an insert: the row as it is now, for the journal keeps its digest alone.
  package let cells: [ChangedCell]
  /// Why it was written, as the row of the file said, where the rows give different reasons.
  package var reason: String?
}

/// One cell of a changed row; nil on the side on which the row is not there.
package struct ChangedCell: Sendable, Equatable {
  package let field: String
  package let type: ColumnType
  package let before: Datum?
  package let after: Datum?
  package var isPersonal = false
}

extension ChangedRow {
  /// What a change that is not in the journal would do to a row.
  package init(_ change: RowChange) {
    let cells = change.table.columns.compactMap { column -> ChangedCell? in
      let (before, after) = (change.before?[column.index], change.after?[column.index])
      guard (before ?? Datum.null) != (after ?? Datum.null) else { return nil }
      return ChangedCell(
        field: column.name, type: column.type, before: before, after: after,
        isPersonal: column.isPersonal)
    }
    self.init(
      number: 0, table: change.table.name, key: change.keyText, action: change.action,
      cells: cells)
  }
}

extension Store {
  package func change(_ number: Int64) throws -> ChangeSummary? {
    try connection.first(Journal.one, [.integer(number)]) { row in
      let values = row.values(10)
      return ChangeSummary(
        change: row.integer(0), at: Timestamp(values[1]), operatorName: values[2].text ?? "",
        actingAs: values[9].text, host: values[3].text ?? "", command: values[4].text ?? "",
        reason: values[5].text,
        rowCount: values[6].integer ?? 0, undoes: values[7].integer,
        undoneBy: values[8].integer)
    }
  }

  /// The latest change; 0 before the first.
  package func lastChange() throws -> Int64 {
    try connection.first(once: "SELECT coalesce(max(change), 0) FROM change") { $0.integer(0) } ?? 0
  }

  /// The tables whose rows a change wrote.
  package func tables(of change: Int64) throws -> [String] {
    try connection.all(Journal.tables, [.integer(change)]) { row in
      String(decoding: row.text(0), as: UTF8.self)
    }
  }

  /// The rows of a change in the order in which they were written, until `body` answers false.
  package func changedRows(
    of change: Int64, _ body: (ChangedRow) throws -> Bool
  ) throws {
    var last: Int64 = 0
    var reason: String?
    while true {
      let lines = try JournalLine.page(of: change, after: last, on: connection)
      let reasons = try reasons(of: change, after: last, through: lines.last?.number ?? last)
      for line in lines {
        if let own = reasons[line.number] { reason = own.text }
        var row = try line.changedRow(on: connection)
        row.reason = reason
        guard try body(row) else { return }
        last = line.number
      }
      if lines.count < JournalLine.pageSize { return }
    }
  }

  /// Whether rows of the change have reasons of their own.
  package func hasRowReasons(_ change: Int64) throws -> Bool {
    try connection.first(RowReasons.anyRow, [.integer(change)]) { _ in true } ?? false
  }

  /// By the lines from which each holds.
  private func reasons(
    of change: Int64, after first: Int64, through last: Int64
  ) throws -> [Int64: Datum] {
    let found = try connection.all(
      RowReasons.page, [.integer(change), .integer(first), .integer(last)]
    ) { row in
      (row.integer(0), row.datum(1))
    }
    return Dictionary(found) { $1 }
  }
}

extension ChangeSummary {
  /// SQL: why change `c` was made. Where its rows give different reasons, one of them, and how many more.
  package static let allReasons = """
    coalesce(c.reason, (SELECT min(q.reason) || CASE WHEN count(DISTINCT q.reason) > 1 \
    THEN ' (and ' || CAST(count(DISTINCT q.reason) - 1 AS TEXT) || ' more)' ELSE '' END \
    FROM change_reason q WHERE q.change = c.change AND q.reason IS NOT NULL))
    """

  /// SQL: why a line of change `c` was written, as its row says it, or the change. The reason of a change of
  /// several commands may be that of another one.
  package static func reason(ofLine number: String) -> String {
    """
    coalesce(\(RowReasons.sql(change: "c.change", number: number)), \
    CASE WHEN c.command LIKE '%; ubadmin %' THEN NULL ELSE c.reason END)
    """
  }

  /// SQL: the change that undid change `c` and was not itself undone; NULL if there is none.
  /// An undo of the undo brings the change back, and an undo of that takes it away again, so the
  /// undo counts only if the chain of latest undos has an odd length.
  package static let undoInEffect = """
    (WITH RECURSIVE chain (latest, undo) AS (\
    SELECT max(u.change), max(u.change) FROM change u WHERE u.undoes = c.change \
    UNION ALL SELECT (SELECT max(v.change) FROM change v WHERE v.undoes = chain.latest), chain.undo \
    FROM chain WHERE chain.latest IS NOT NULL) \
    SELECT CASE WHEN count(chain.latest) % 2 = 1 THEN max(chain.undo) END FROM chain)
    """
}

extension Journal {
  private static let header =
    "SELECT c.change, c.at, c.operator, c.host, c.command, c.reason, c.row_count, c.undoes, "
    + "\(ChangeSummary.undoInEffect), c.acting_as FROM change c "
  static let tables = Statement(
    "SELECT DISTINCT table_name FROM change_row WHERE change = ?", isShort: true)
  static let one = Statement(header + "WHERE c.change = ?")
}
