import Accounts
import Testing

@testable import Engines
@testable import Ledger

@Suite("Columns in code and in the migrated schema", .onBothEngines)
struct EntityColumnTests {
  /// A column as an engine has it.
  private struct Stored: Equatable, CustomStringConvertible {
    let name: String
    let isNullable: Bool
    let type: String
    var description: String { "\(name) \(type)\(isNullable ? "" : " NOT NULL")" }
  }

  @Test("every column has the name, the place, the type and the NOT NULL that its entity declares")
  func columns() throws {
    let store = try TestEngine.current.emptyStore(clock: .fixed(today))
    for table in EntityCatalogue.tables {
      #expect(try stored(table, in: store) == table.columns.map(declared), "\(table.name)")
    }
  }

  private var isServer: Bool { if case .postgreSQL = TestEngine.current { true } else { false } }

  private func declared(_ column: ColumnInfo) -> Stored {
    let type =
      switch column.type {
      case .date where isServer: "date"
      case .timestamp where isServer: "timestamp with time zone"
      case .boolean where isServer: "boolean"
      case .integer, .money, .quantity: isServer ? "bigint" : "integer"
      case .boolean: "integer"
      case .text, .date, .timestamp, .secret: "text"
      }
    return Stored(name: column.name, isNullable: column.isNullable, type: type)
  }

  private func stored(_ table: Table, in store: Store) throws -> [Stored] {
    let sql =
      isServer
      ? """
      SELECT column_name::text, CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END::bigint, \
      data_type::text FROM information_schema.columns \
      WHERE table_schema = 'ubadmin' AND table_name = ? ORDER BY ordinal_position
      """
      : "SELECT name, \"notnull\" = 0 AND pk = 0, lower(type) FROM pragma_table_info(?) ORDER BY cid"
    var columns: [Stored] = []
    try store.each(sql: sql, [.text(table.name)]) { row in
      func text(_ index: Int) -> String { String(decoding: row.text(index), as: UTF8.self) }
      columns.append(Stored(name: text(0), isNullable: row.integer(1) != 0, type: text(2)))
      return true
    }
    return columns
  }
}
