import Engines
import Values

/// Adds many rows to a table, some hundred with one statement.
struct BatchInsert {
  private let connection: any Connection
  private let start: String
  private let row: String
  private let end: String
  private let whole: Statement
  private var values: [Datum] = []
  private var count = 0

  private static let most = 200

  init(_ connection: any Connection, into table: String, _ columns: [String], end: String = "") {
    self.connection = connection
    start = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    self.end = end
    whole = Statement(Self.sql(start, row, end, Self.most))
  }

  private static func sql(_ start: String, _ row: String, _ end: String, _ count: Int) -> String {
    start + Array(repeating: row, count: count).joined(separator: ", ") + end
  }

  mutating func add(_ row: Datum...) throws(StoreError) {
    values += row
    count += 1
    if count == Self.most { try write(whole) }
  }

  /// Writes the rows that are left.
  mutating func finish() throws(StoreError) {
    if count > 0 { try write(Statement(Self.sql(start, row, end, count))) }
  }

  private mutating func write(_ statement: Statement) throws(StoreError) {
    try connection.run(statement, values)
    values.removeAll(keepingCapacity: true)
    count = 0
  }
}
