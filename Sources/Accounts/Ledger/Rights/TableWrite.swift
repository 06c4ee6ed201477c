import Engines
package import Values

/// What a command does to the rows of one table.
struct TableWrite: Sendable {
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

  static func delete(_ table: Table) -> TableWrite {
    TableWrite(table: table, action: .delete, columns: [])
  }

  /// Sets any column but the key.
  static func update(_ table: Table) -> TableWrite {
    update(table, table.columns.dropFirst(table.keyCount).map(\.name))
  }

  static func update(_ table: Table, _ columns: [String]) -> TableWrite {
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

extension LeastRole {
  /// The least role that has each right: that of the least command that takes it. Who may undo may
  /// take back what those below may do.
  static let ofRight: [TableRight: Role] = {
    var least: [TableRight: Role] = [:]
    func add(_ writes: [TableWrite], _ role: Role) {
      for right in writes.flatMap(\.rights) { least[right] = min(least[right] ?? role, role) }
    }
    for (role, commands) in commands {
      for command in commands {
        let writes = CommandWrites.byCommand[command] ?? []
        add(writes, role)
        add(writes.flatMap(\.inverse), max(role, undo))
      }
    }
    return least
  }()

  private static let undo = byCommand["change undo"] ?? .supervisor

  /// The role that taking back writes to these tables needs.
  package static func undoing(_ tables: some Sequence<String>) -> Role {
    var needed = undo
    for table in tables {
      let roles = ofRight.filter { $0.key.table == table }.map(\.value)
      needed = max(needed, roles.min() ?? undo)
    }
    return needed
  }
}
