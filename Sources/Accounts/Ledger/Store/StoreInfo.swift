/// What a store is and how much it holds.
package struct StoreInfo: Sendable {
  package let engine: String
  /// Name of the last step of the schema.
  package let schema: String
  package let bytes: Int64?
  package let lastChange: Int64
  package let tables: [(name: String, rows: Int64)]
}

extension Store {
  package func info() throws -> StoreInfo {
    var tables: [(name: String, rows: Int64)] = []
    for table in Self.counted {
      try each(sql: "SELECT count(*) FROM \(table)") { row in
        tables.append((table, row.integer(0)))
        return false
      }
    }
    return StoreInfo(
      engine: connection.engineName, schema: Migration.all.last?.name ?? "",
      bytes: try connection.storedBytes(), lastChange: try lastChange(), tables: tables)
  }

  private static var counted: [String] {
    EntityCatalogue.tables.map(\.name) + Journal.tableNames
  }
}
