package import Engines

/// What a command does to the rows of one table.
package struct TableWrite: Sendable {
  enum Action: String, Sendable, CaseIterable {
    case insert, update, delete
  }

  let table: Table
  let action: Action
  /// What an update sets.
  let columns: [String]

  package static func insert(_ table: Table) -> TableWrite {
    TableWrite(table: table, action: .insert, columns: [])
  }

  package static func delete(_ table: Table) -> TableWrite {
    TableWrite(table: table, action: .delete, columns: [])
  }

  /// Sets any column but the key.
  package static func update(_ table: Table) -> TableWrite {
    update(table, table.columns.dropFirst(table.keyCount).map(\.name))
  }

  package static func update(_ table: Table, _ columns: [String]) -> TableWrite {
    TableWrite(table: table, action: .update, columns: columns)
  }

  /// What takes this back.
  var inverse: [TableWrite] {
    switch action {
    case .insert: [.delete(table)]
    case .update: [self]
    case .delete: [.insert(table)]
    }
  }

  /// The rights that this takes: one a column where it is an update.
  var rights: [TableRight] {
    action == .update
      ? columns.map { TableRight(table: table.name, action: action, column: $0) }
      : [TableRight(table: table.name, action: action, column: nil)]
  }
}

/// One right that a server gives: to add or delete rows of a table, or to set one of its columns.
struct TableRight: Hashable, Sendable {
  let table: String
  let action: TableWrite.Action
  let column: String?
}
