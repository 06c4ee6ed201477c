/// The header of one change, as people read it.
public struct ChangeSummary: Sendable, Equatable {
  public let change: Int64
  public let at: String
  public let operatorName: String
  public let host: String
  public let command: String
  public let reason: String?
  public let rowCount: Int64
  /// The change that this one took back.
  public let undoes: Int64?
  /// The change that took this one back, where that stands.
  public let undoneBy: Int64?
}

/// One row of a change.
public struct ChangedRow: Sendable {
  public let number: Int64
  public let table: String
  /// The key as people read it.
  public let key: String
  public let action: RowChange.Action
  /// Of an insert: the row as it is now, for the journal keeps its digest alone.
  public let cells: [ChangedCell]
}

/// One cell of a changed row; nil on the side on which the row is not there.
public struct ChangedCell: Sendable, Equatable {
  public let field: String
  public let type: ColumnType
  public let before: Datum?
  public let after: Datum?
  public var isPersonal = false
}

extension Store {
  public func change(_ number: Int64) throws -> ChangeSummary? {
    try changes(Journal.one, [.integer(number)]).first
  }

  /// Newest first; `before` leads on to the next page.
  public func changes(before: Int64 = .max, limit: Int) throws -> [ChangeSummary] {
    try changes(Journal.page, [.integer(before), .integer(Int64(limit))])
  }

  private func changes(_ statement: Statement, _ arguments: [Datum]) throws -> [ChangeSummary] {
    var found: [(values: [Datum], change: Int64)] = []
    try connection.each(statement, arguments) { row in
      found.append((row.values(8), row.integer(0)))
      return true
    }
    return try found.map { values, change in
      ChangeSummary(
        change: change, at: values[1].text ?? "", operatorName: values[2].text ?? "",
        host: values[3].text ?? "", command: values[4].text ?? "", reason: values[5].text,
        rowCount: values[6].integer ?? 0, undoes: values[7].integer,
        undoneBy: try undo(standingFor: change))
    }
  }

  /// The change that took this one back and was not taken back itself.
  func undo(standingFor change: Int64) throws(StoreError) -> Int64? {
    var answer: Int64?
    var stands = false
    var number = change
    // An undo of the undo brings the change back, an undo of that takes it away again.
    while let next = try connection.first(Journal.latestUndo, [.integer(number)], { $0.integer(0) })
    {
      answer = answer ?? next
      stands.toggle()
      number = next
    }
    return stands ? answer : nil
  }

  /// The rows of a change in the order in which they were written, until `body` answers false.
  public func changedRows(
    of change: Int64, _ body: (ChangedRow) throws -> Bool
  ) throws {
    var last: Int64 = 0
    while true {
      let lines = try JournalLine.page(of: change, after: last, on: connection)
      for line in lines {
        guard try body(try line.changedRow(on: connection)) else { return }
        last = line.number
      }
      if lines.count < JournalLine.pageSize { return }
    }
  }
}

extension Journal {
  private static let header =
    "SELECT change, at, operator, host, command, reason, row_count, undoes FROM change "
  static let one = Statement(header + "WHERE change = ?")
  static let page = Statement(header + "WHERE change < ? ORDER BY change DESC LIMIT ?")
  static let latestUndo = Statement(
    "SELECT change FROM change WHERE undoes = ? ORDER BY change DESC LIMIT 1")
}
