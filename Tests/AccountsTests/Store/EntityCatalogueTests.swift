import Accounts
import Testing

@testable import Engines
@testable import Ledger

@Suite("Tables in code and in the schema")
struct EntityCatalogueTests {
  @Test("the columns and keys of every table are the schema's", arguments: EntityCatalogue.tables)
  func columns(_ table: Table) throws {
    let store = try Store.inMemory(clock: .fixed(today))
    var columns: [String] = []
    var keys: [Int64: String] = [:]
    try store.each(sql: "PRAGMA table_info(\(table.name))") { row in
      let name = String(decoding: row.text(1), as: UTF8.self)
      columns.append(name)
      if row.integer(5) > 0 { keys[row.integer(5)] = name }
      return true
    }
    #expect(columns == table.columns.map(\.name))
    #expect(
      keys.sorted { $0.key < $1.key }.map(\.value)
        == table.columns[0..<table.keyCount].map(\.name))
  }

  @Test("every table of the schema but the journal's and the index's is in the catalogue")
  func complete() throws {
    let store = try Store.inMemory(clock: .fixed(today))
    var names: Set<String> = []
    try store.each(sql: "SELECT name FROM sqlite_schema WHERE type = 'table'") { row in
      names.insert(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    #expect(
      names.subtracting(["change", "change_row", "job", "change_reason", "migration"])
        .filter { !$0.hasPrefix("search_") }
        == Set(EntityCatalogue.tables.map(\.name)))
  }

  @Test("what a store holds is told of every table that operations change, and of the journal")
  func counted() throws {
    let store = try Store.inMemory(clock: .fixed(today))
    #expect(
      try store.info().tables.map(\.name)
        == EntityCatalogue.tables.map(\.name) + ["change", "change_row", "job", "change_reason"])
  }

  @Test("the references of every table are the schema's foreign keys")
  func references() throws {
    let store = try Store.inMemory(clock: .fixed(today))
    for table in EntityCatalogue.tables {
      var schema: Set<String> = []
      try store.each(sql: "PRAGMA foreign_key_list(\(table.name))") { row in
        schema.insert(
          String(decoding: row.text(3), as: UTF8.self) + " to "
            + String(decoding: row.text(2), as: UTF8.self))
        return true
      }
      let code = EntityCatalogue.references(of: table).map {
        "\($0.column.name) to \($0.parent.name)"
      }
      #expect(Set(code) == schema, "\(table.name)")
    }
  }

  @Test("a parent comes before its children")
  func order() {
    let names = EntityCatalogue.tables.map(\.name)
    for reference in EntityCatalogue.references {
      let parent = names.firstIndex(of: reference.parent.name)
      let child = names.firstIndex(of: reference.child.name)
      #expect(parent != nil && child != nil && (parent ?? 0) < (child ?? 0), "\(reference)")
    }
  }
}
