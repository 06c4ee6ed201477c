import Synchronization
import Values

/// A table as the code knows it. Migrations create it; a test compares the two.
package final class Table: Sendable {
  package let name: String
  package let columns: [ColumnInfo]
  /// The first columns are the primary key.
  package let keyCount: Int

  package let find: Statement
  package let insert: Statement
  let delete: Statement
  /// The greatest key of the rows that exist and of those that the journal says existed: a number
  /// is never assigned twice.
  package let greatestKey: Statement
  private let updates = Mutex<[UInt64: Statement]>([:])
  package let findShape: RowQuery.Shape
  package static let greatestKeyShape = RowQuery.Shape(
    argumentTypes: [], columnCount: 1, hasLimit: false)

  package init(_ name: String, keyCount: Int = 1, _ columns: [ColumnInfo]) {
    self.name = name
    let columns = columns.enumerated().map { $1.placed(at: $0) }
    self.columns = columns
    self.keyCount = keyCount
    let names = columns.map(\.name).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let key = columns[0..<keyCount].map { $0.name + " = ?" }.joined(separator: " AND ")
    let readable = Self.readable(columns)
    find = Statement(
      "SELECT \(names) FROM \(name) WHERE \(key)", isShort: true,
      withoutSecrets: readable.map { "SELECT \($0) FROM \(name) WHERE \(key)" })
    findShape = RowQuery.Shape(
      argumentTypes: columns[0..<keyCount].map(\.type), columnCount: columns.count,
      hasLimit: false)
    insert = Statement("INSERT INTO \(name) (\(names)) VALUES (\(marks))")
    greatestKey = Statement(
      keyCount == 1 && !columns[0].type.isText
        ? Self.greatestNumber(columns[0].name, of: name)
        : "SELECT max(\(columns[0].name)) FROM \(name)", isShort: true)
    delete = Statement("DELETE FROM \(name) WHERE \(key)")
  }

  private static func greatestNumber(_ key: String, of name: String) -> String {
    """
    SELECT max(number) FROM (SELECT max(\(key)) AS number FROM \(name) UNION ALL \
    SELECT CAST((SELECT row_key FROM change_row WHERE table_name = '\(name)' \
    AND action = 'delete' ORDER BY length(row_key) DESC, row_key DESC LIMIT 1) AS BIGINT)) AS numbers
    """
  }

  /// The columns with NULL in place of secrets; nil if there are none.
  package static func readable(_ columns: [ColumnInfo]) -> String? {
    guard columns.contains(where: { $0.type == .secret }) else { return nil }
    return columns.map { $0.type == .secret ? "NULL AS \($0.name)" : $0.name }
      .joined(separator: ", ")
  }

  /// Sets the columns whose bits are set in `mask`, in order, then the key.
  func update(mask: UInt64) -> Statement {
    updates.withLock { updates in
      if let statement = updates[mask] { return statement }
      let sets = columns.filter { mask & (1 << UInt64($0.index)) != 0 }
        .map { $0.name + " = ?" }.joined(separator: ", ")
      let key = columns[0..<keyCount].map { $0.name + " = ?" }.joined(separator: " AND ")
      let statement = Statement("UPDATE \(name) SET \(sets) WHERE \(key)")
      updates[mask] = statement
      return statement
    }
  }
}
