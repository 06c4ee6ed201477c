package import Engines

/// What the tables that operations change say of each other.
package enum EntityCatalogue {
  /// Columns that hold the key of another table's row.
  static let references: [Reference] = tables.flatMap { table in
    table.columns.compactMap { column in
      column.references.map { Reference(child: table, column: column, parent: $0()) }
    }
  }

  static let byName = Dictionary(
    uniqueKeysWithValues: tables.map { ($0.name, $0) })

  static func references(of table: Table) -> [Reference] {
    references.filter { $0.child === table }
  }

  static func references(to table: Table) -> [Reference] {
    references.filter { $0.parent === table }
  }
}

extension Table {
  /// The table of that name, as the journal has it; nil if this program knows none.
  package static func named(_ name: String) -> Table? { EntityCatalogue.byName[name] }

  /// The names of all tables that operations change.
  package static var names: [String] { EntityCatalogue.byName.keys.sorted() }
}

/// A column whose value is the key of a row in another table.
struct Reference: Sendable {
  let child: Table
  let column: ColumnInfo
  let parent: Table
  /// Keys of a row that refers to the argument.
  let firstChild: Statement
  /// The same, as rows that are loaded together.
  let children: LookupShape

  init(child: Table, column: ColumnInfo, parent: Table) {
    self.child = child
    self.column = column
    self.parent = parent
    let keys = child.columns[0..<child.keyCount].map(\.name).joined(separator: ", ")
    children = LookupShape(
      child, [LookupShape.Condition(column: column, relation: .equal, constant: nil)], [], 1)
    firstChild = Statement(
      "SELECT \(keys) FROM \(child.name) WHERE \(column.name) = ? LIMIT 1")
  }
}
