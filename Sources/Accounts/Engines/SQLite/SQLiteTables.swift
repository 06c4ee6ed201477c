package import Values

/// Whole tables, including those that this program does not know.
extension SQLiteConnection {
  package func columns(of table: String) throws(StoreError) -> [StoredColumn] {
    var columns: [StoredColumn] = []
    try read(Self.tableColumns, [.text(table)]) { row in
      columns.append(
        StoredColumn(
          name: String(decoding: row.text(0), as: UTF8.self),
          keyPosition: row.integer(1) == 0 ? nil : Int(row.integer(1))))
      return true
    }
    return columns
  }

  private static let tableColumns = Statement(
    "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid")

  package func schemaParts() throws(StoreError) -> [SchemaPart] {
    var parts: [SchemaPart] = []
    try read(Self.parts, []) { row in
      func word(_ index: Int) -> String { String(decoding: row.text(index), as: UTF8.self) }
      guard let kind = SchemaPart.Kind(rawValue: word(0)) else { return true }
      parts.append(SchemaPart(kind, word(1), in: word(2), text: word(3)))
      return true
    }
    return parts
  }

  private static let parts = Statement(
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")

  package func load(
    _ table: String, _ columns: [String], _ rows: (_ add: ([Datum]) throws -> Void) throws -> Void
  ) throws {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = Statement(
      "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
    try rows { try run(insert, $0) }
  }
}
