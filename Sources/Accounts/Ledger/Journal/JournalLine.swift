package import Engines
package import Values

/// One line of the journal as it is read back.
struct JournalLine {
  let change: Int64
  package let number: Int64
  let tableName: String
  let keyText: String
  let action: RowChange.Action
  package let before: String?
  package let after: String?
  let digest: String?

  static let pageSize = 500

  private static let columns =
    "SELECT change, number, table_name, row_key, action, before, after, digest FROM change_row "
  private static let forwards = Statement(
    columns + "WHERE change = ? AND number > ? ORDER BY number LIMIT \(pageSize)")
  private static let since = Statement(columns + "WHERE change > ? ORDER BY change, number")
  private static let backwards = Statement(
    columns + "WHERE change = ? AND number < ? AND number >= ? ORDER BY number DESC", isShort: true)
  private static let last = Statement(
    "SELECT max(number) FROM change_row WHERE change = ?", isShort: true)
  private static let later = Statement(
    columns + "WHERE change > ? AND table_name = ? AND row_key = ? "
      + "ORDER BY change DESC, number DESC")

  private init(_ row: any BorrowedRow) {
    func text(_ index: Int) -> String? {
      row.isNull(index) ? nil : String(decoding: row.text(index), as: UTF8.self)
    }
    change = row.integer(0)
    number = row.integer(1)
    tableName = text(2) ?? ""
    keyText = text(3) ?? ""
    action = text(4).flatMap { RowChange.Action(rawValue: $0) } ?? .update
    before = text(5)
    after = text(6)
    digest = text(7)
  }

  static func page(
    of change: Int64, after number: Int64, on connection: any Connection
  ) throws -> [JournalLine] {
    let page = try lines(forwards, [.integer(change), .integer(number)], on: connection)
    if let end = page.last?.number, end <= number { throw disordered(end, after: number) }
    return page
  }

  /// All lines of the changes after one, in the order in which they were written.
  static func each(
    after change: Int64, on connection: any Connection, _ body: (JournalLine) throws -> Void
  ) throws {
    try connection.each(since, [.integer(change)]) { row in
      try body(JournalLine(row))
      return true
    }
  }

  /// The number of the last line: they are counted from 1 without gaps.
  static func count(of change: Int64, on connection: any Connection) throws -> Int64 {
    try connection.first(last, [.integer(change)]) { $0.isNull(0) ? 0 : $0.integer(0) } ?? 0
  }

  /// So many lines before that number, the last first.
  static func page(
    of change: Int64, before number: Int64, size: Int = pageSize, on connection: any Connection
  ) throws -> [JournalLine] {
    let first = number - Int64(size)
    let page = try lines(
      backwards, [.integer(change), .integer(number), .integer(first)], on: connection)
    if let end = page.last?.number, end >= number { throw disordered(end, after: number) }
    return page
  }

  private static func disordered(_ number: Int64, after last: Int64) -> StoreError {
    .disordered("change_row", .integer(number), after: .integer(last))
  }

  /// The last line about the same row in a later change.
  /// - Parameter isMeant: whether it is one that is sought.
  func latest(
    on connection: any Connection, where isMeant: (JournalLine) throws -> Bool = { _ in true }
  ) throws -> JournalLine? {
    var found: JournalLine?
    try connection.each(
      Self.later, [.integer(change), .text(tableName), .text(keyText)]
    ) { row in
      let line = JournalLine(row)
      guard try isMeant(line) else { return true }
      found = line
      return false
    }
    return found
  }

  /// The lines about a row in the changes after one, the last first.
  static func lines(
    about table: String, _ key: String, after change: Int64, on connection: any Connection
  ) throws -> [JournalLine] {
    try lines(later, [.integer(change), .text(table), .text(key)], on: connection)
  }

  private static func lines(
    _ statement: Statement, _ arguments: [Datum], on connection: any Connection
  ) throws -> [JournalLine] {
    try connection.all(statement, arguments) { JournalLine($0) }
  }

  /// The key as people read it.
  var key: String { keyText.replacing("\t", with: " ") }

  func table() throws(StoreError) -> Table {
    if let table = Table.named(tableName) { return table }
    throw StoreError(
      .newer,
      "line \(number) of change \(change) is about the table \(tableName), which this "
        + "ubadmin does not know", remedy: "use the ubadmin that made the change, or a later one")
  }

  func key(in table: Table) throws(StoreError) -> [Datum] {
    guard let key = RowKey.values(keyText, of: table) else { throw damaged("key") }
    return key
  }

  /// Cells by position in the table.
  func cells(_ json: String?, in table: Table) throws(StoreError) -> [(ColumnInfo, Datum)] {
    guard let json else { return [] }
    guard let cells = RowCells.parse(json) else { throw damaged("cells") }
    var found: [(ColumnInfo, Datum)] = []
    for (name, value) in cells {
      guard let column = table.columns.first(where: { $0.name == name }) else {
        throw damaged("cell \(name)")
      }
      found.append((column, value))
    }
    return found
  }

  private func damaged(_ part: String) -> StoreError {
    StoreError(
      .corrupt, "the \(part) of line \(number) of change \(change) cannot be read",
      remedy: "run `ubadmin change verify`")
  }

  func changedRow(on connection: any Connection) throws -> ChangedRow {
    let table = try table()
    var cells: [ChangedCell] = []
    switch action {
    case .insert:
      let row = try table.row(try key(in: table), on: connection)
      cells = (row ?? []).enumerated().map { index, value in
        let column = table.columns[index]
        return ChangedCell(
          field: column.name, type: column.type, before: nil, after: value,
          isPersonal: column.isPersonal)
      }
    case .update:
      let after = try self.cells(self.after, in: table)
      cells = try self.cells(before, in: table).map { column, value in
        ChangedCell(
          field: column.name, type: column.type, before: value,
          after: after.first { $0.0.index == column.index }?.1, isPersonal: column.isPersonal)
      }
    case .delete:
      cells = try self.cells(before, in: table).map { column, value in
        ChangedCell(
          field: column.name, type: column.type, before: value, after: nil,
          isPersonal: column.isPersonal)
      }
    }
    return ChangedRow(
      number: number, table: tableName, key: key, action: action, cells: cells)
  }
}

extension Table {
  /// The row of that key, whatever its entity.
  package func row(_ key: [Datum], on connection: any Connection) throws(StoreError) -> [Datum]? {
    let count = columns.count
    return try connection.first(find, key) { $0.values(count) }
  }
}
