import Values

/// Rows of one table to which the same is done, written by one statement.
struct PostgreSQLRowGroup {
  private let table: Table
  private let action: RowChange.Action
  private let mask: UInt64
  private var rows: [RowChange] = []

  private struct Shape: Hashable {
    let table: ObjectIdentifier
    let action: RowChange.Action
    let mask: UInt64
  }

  private struct Place: Hashable {
    let table: ObjectIdentifier
    let key: [Datum]
  }

  package var count: Int { rows.count }

  /// The groups in the order in which each first appears, so that parents come before children as
  /// they do in every operation. Of each row only the net change is left.
  static func groups(of changes: [RowChange]) -> [PostgreSQLRowGroup] {
    var groups: [PostgreSQLRowGroup] = []
    var positions: [Shape: Int] = [:]
    for change in netChanges(changes) {
      let mask = change.changedColumns
      let shape = Shape(
        table: ObjectIdentifier(change.table), action: change.action, mask: mask)
      if let position = positions[shape] {
        groups[position].rows.append(change)
      } else {
        positions[shape] = groups.count
        groups.append(
          PostgreSQLRowGroup(
            table: change.table, action: change.action, mask: mask, rows: [change]))
      }
    }
    return groups
  }

  private static func netChanges(_ changes: [RowChange]) -> [RowChange] {
    var net: [RowChange] = []
    net.reserveCapacity(changes.count)
    var positions: [Place: Int] = [:]
    for change in changes {
      let place = Place(table: ObjectIdentifier(change.table), key: Array(change.key))
      if let position = positions[place] {
        net[position] = RowChange(
          table: change.table, before: net[position].before, after: change.after)
      } else {
        positions[place] = net.count
        net.append(change)
      }
    }
    return net.filter { $0.before != $0.after }
  }

  private var keys: ArraySlice<ColumnInfo> { table.columns[0..<table.keyCount] }
  private var changed: [ColumnInfo] {
    table.columns.filter { mask & (1 << UInt64($0.index)) != 0 }
  }

  var sql: String {
    switch action {
    case .insert:
      let names = table.columns.map(\.name).joined(separator: ", ")
      let arrays = PostgreSQLText.arrays(of: table.columns.map(\.type))
      return "INSERT INTO \(table.name) (\(names)) SELECT * FROM \(arrays)"
    case .update:
      let sets = changed.map { "\($0.name) = v.\($0.name)" }.joined(separator: ", ")
      // A key never changes, so no column is in both lists.
      return "UPDATE \(table.name) t SET \(sets) FROM \(values(changed + keys)) WHERE \(match)"
    case .delete:
      return "DELETE FROM \(table.name) t USING \(values(Array(keys))) WHERE \(match)"
    }
  }

  private var match: String {
    keys.map { "t.\($0.name) = v.\($0.name)" }.joined(separator: " AND ")
  }

  private func values(_ columns: [ColumnInfo]) -> String {
    PostgreSQLText.arrays(of: columns.map(\.type))
      + " AS v(\(columns.map(\.name).joined(separator: ", ")))"
  }

  func arguments() throws(StoreError) -> PostgreSQLArguments {
    let columns =
      switch action {
      case .insert: table.columns
      case .update: changed + keys
      case .delete: Array(keys)
      }
    var arguments = PostgreSQLArguments()
    for column in columns {
      try arguments.append(array: rows) { ($0.after ?? $0.before ?? [])[column.index] }
    }
    return arguments
  }
}
