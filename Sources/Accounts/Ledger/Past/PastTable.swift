import Engines
import Values

/// A temporary view that stands in for a table: the table's rows, but for those of some keys, and in
/// their place others.
struct PastTable {
  let table: Table
  /// The columns of the table by which rows are exchanged.
  private let keyColumns: [ColumnInfo]
  /// The rows in place of those.
  let rows: Table
  /// The keys of the rows that are left out.
  let keys: Table

  private init(_ table: Table, by keyColumns: [ColumnInfo]) {
    self.table = table
    self.keyColumns = keyColumns
    rows = Table("past_" + table.name, keyCount: table.keyCount, table.columns)
    keys = Table(
      "past_key_" + table.name, keyCount: keyColumns.count,
      keyColumns.map {
        ColumnInfo(index: Self.unplaced, name: $0.name, value: $0.value, $0.traits)
      })
  }

  private static let unplaced = -1

  /// Made once, as their statements are kept by every connection.
  static let all: [String: PastTable] = {
    var all: [String: PastTable] = [:]
    for table in EntityCatalogue.tables {
      all[table.name] = PastTable(table, by: Array(table.columns[0..<table.keyCount]))
    }
    for (table, account) in settled { all[table.name] = PastTable(table, by: [account]) }
    return all
  }()

  /// Who owes what is exchanged account by account.
  static let settled: [(table: Table, account: ColumnInfo)] = [
    (BillShare.table, BillShare.account.info),
    (PaymentApplication.table, PaymentApplication.account.info),
    (SettledAccount.table, SettledAccount.account.info),
  ]

  private func names(_ prefix: String = "") -> String {
    table.columns.map { $0.type == .secret ? "NULL AS \($0.name)" : prefix + $0.name }
      .joined(separator: ", ")
  }

  /// Makes room for rows and keys.
  func make(_ dialect: any Dialect) -> String {
    let stored = dialect.storedSchema + "." + table.name
    let columns = keyColumns.map(\.name).joined(separator: ", ")
    return """
      CREATE TEMPORARY TABLE \(rows.name) AS SELECT \(names()) FROM \(stored) WHERE 1 = 0;
      CREATE TEMPORARY TABLE \(keys.name) AS SELECT \(columns) FROM \(stored) WHERE 1 = 0;
      """
  }

  /// Puts the view in the table's place, once rows and keys are in.
  func standIn(_ dialect: any Dialect) -> String {
    let (stored, temporary) = (dialect.storedSchema, dialect.temporarySchema)
    let columns = keyColumns.map(\.name).joined(separator: ", ")
    let rowKey = table.columns[0..<table.keyCount].map(\.name).joined(separator: ", ")
    return """
      CREATE INDEX \(keys.name)_by_key ON \(keys.name) (\(columns));
      CREATE INDEX \(rows.name)_by_key ON \(rows.name) (\(rowKey));
      CREATE TEMPORARY VIEW \(table.name) AS SELECT \(names("t.")) FROM \(stored).\(table.name) t \
      WHERE NOT EXISTS (SELECT 1 FROM \(temporary).\(keys.name) k WHERE \(matches)) \
      UNION ALL SELECT \(names("t.")) FROM \(temporary).\(rows.name) t;
      """
  }

  private var matches: String {
    keyColumns.map { "k.\($0.name) = t.\($0.name)" }.joined(separator: " AND ")
  }

  /// The rows of the table that have one of the keys, before the view stands in.
  func current(_ dialect: any Dialect) -> String {
    "SELECT \(names("t.")) FROM \(dialect.temporarySchema).\(keys.name) k "
      + "JOIN \(dialect.storedSchema).\(table.name) t ON \(matches)"
  }
}
