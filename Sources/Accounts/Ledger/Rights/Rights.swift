import Engines
package import Values

/// Who may write what, as the operations declare it: the least role of each, and of each right on a
/// server.
package struct Rights: Sendable {
  /// Anyone who may undo can undo what lower roles may do.
  package static let undo = Role.supervisor

  private let byOperation: [String: Role]
  let ofRight: [TableRight: Role]

  package init(_ operations: [any Mutation.Type]) {
    byOperation = Dictionary(operations.map { ("\($0.name)", $0.leastRole) }) { max($0, $1) }
    var least: [TableRight: Role] = [:]
    func add(_ writes: [TableWrite], _ role: Role) {
      for right in writes.flatMap(\.rights) { least[right] = min(least[right] ?? role, role) }
    }
    for operation in operations {
      add(operation.writes, operation.leastRole)
      add(operation.writes.flatMap(\.inverse), max(operation.leastRole, Self.undo))
    }
    ofRight = least
  }

  /// Everything that is not an operation needs an admin.
  package func leastRole(of operation: String) -> Role { byOperation[operation] ?? .admin }

  /// The role that taking back writes to these tables needs.
  package func undoing(_ tables: some Sequence<String>) -> Role {
    var needed = Self.undo
    for table in tables {
      let roles = ofRight.filter { $0.key.table == table }.map(\.value)
      needed = max(needed, roles.min() ?? Self.undo)
    }
    return needed
  }
}
