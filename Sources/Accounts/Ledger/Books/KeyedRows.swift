import Engines
import Synchronization
import Values

/// Rows of many records at once, by a column that names the record.
struct KeyedRows {
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  /// - Parameter more: further conditions and the order of each record's rows, without arguments.
  func by<E: Entity, Key: DatumValue & Hashable>(
    _ column: Column<E, Key>, _ keys: [Key], _ more: String = ""
  ) throws(StoreError) -> [Key: [Row<E>]] {
    var found: [Key: [Row<E>]] = [:]
    try each(by: column, keys, more) { row in found[row[column], default: []].append(row) }
    return found
  }

  /// The rows of one page of keys after the other.
  func each<E: Entity, Key: DatumValue>(
    by column: Column<E, Key>, _ keys: [Key], _ more: String = "", _ body: (Row<E>) -> Void
  ) throws(StoreError) {
    guard !keys.isEmpty else { return }
    let columns = E.table.columns
    let statement = Self.statement(
      "SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(E.table.name) "
        + "WHERE \(column.name) IN (\(KeyPage.marks))\(more)")
    for page in KeyPage.pages(of: keys.map(\.datum)) {
      try connection.read(statement, page) { row in
        body(Row(values: row.values(columns.count)))
        return true
      }
    }
  }

  /// All keys of a table, in order.
  /// - Parameter start: what comes before all keys.
  func pages<E: Entity, Key: DatumValue & Comparable>(
    of column: Column<E, Key>, after start: Datum = .text("")
  ) -> KeyPages<Key> {
    KeyPages(
      connection, table: E.table.name, after: start,
      Self.statement(
        "SELECT \(column.name) FROM \(E.table.name) WHERE \(column.name) > ? "
          + "ORDER BY \(column.name) LIMIT \(KeyPage.count)"))
  }

  /// There are some twenty of them, each compiled once for a connection.
  private static func statement(_ sql: String) -> Statement {
    statements.withLock { known in
      if let statement = known[sql] { return statement }
      // Anyone who asks keeps the rows of a page, so they may come whole.
      let statement = Statement(sql, isShort: true, isPlannedAnew: true)
      known[sql] = statement
      return statement
    }
  }

  private static let statements = Mutex<[String: Statement]>([:])
}

/// The keys of a table, a page after the other.
struct KeyPages<Key: DatumValue & Comparable> {
  private let connection: any Connection
  private let table: String
  private let statement: Statement
  private let start: Datum
  private var last: Key?
  /// Of the page that `next` gave last, from 0.
  private(set) var number = -1

  fileprivate init(
    _ connection: any Connection, table: String, after start: Datum, _ statement: Statement
  ) {
    self.connection = connection
    self.table = table
    self.start = start
    self.statement = statement
  }

  /// Nil at the end; throws where the keys of a damaged table do not ascend.
  mutating func next() throws(StoreError) -> [Key]? {
    var keys: [Key] = []
    try connection.read(statement, [last?.datum ?? start]) { row in
      keys.append(Key(row.datum(0)))
      return true
    }
    guard let end = keys.last else { return nil }
    if let last, end <= last { throw .disordered(table, end.datum, after: last.datum) }
    last = end
    number += 1
    return keys
  }
}
