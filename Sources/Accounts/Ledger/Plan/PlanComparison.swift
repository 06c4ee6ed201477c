import Engines
import Values

/// Whether operations still do what was planned. Numbers that were given out to new records may be
/// others by now, and moments are; everything else has to be as it was.
package struct PlanComparison {
  /// What is not as it was when the plan was made.
  package struct Moved: Equatable {
    package let record: String
    package let field: String?
    package let planned: String
    package let found: String
  }

  /// The numbers that new records have now, by table and the number that was planned.
  private var numbers: [String: [String: String]] = [:]

  package init() {}

  /// Nil if nothing has moved.
  package mutating func moved(
    _ planned: [PlannedChange], newKey: String?, by performed: Performed
  ) -> Moved? {
    let found = performed.changes.map { PlannedChange($0) }
    if let newKey, let key = performed.effect.newKey { numbers["", default: [:]][newKey] = key }
    for (one, other) in zip(planned, found) {
      guard one.table === other.table, one.action == other.action else {
        return Moved(one, nil, Self.phrase(one), Self.phrase(other))
      }
      if one.action == .insert, one.hasNumber {
        numbers[one.table.name, default: [:]][one.key] = other.key
      }
      if !hasSameKey(one, other) {
        return Moved(
          one, nil, "\(one.table.name) \(one.record)", "\(other.table.name) \(other.record)")
      }
      if let moved = difference(one, other, \.before) ?? difference(one, other, \.after) {
        return moved
      }
    }
    if planned.count > found.count {
      return Moved(planned[found.count], nil, Self.phrase(planned[found.count]), "no change to it")
    }
    if found.count > planned.count {
      return Moved(found[planned.count], nil, "no change to it", Self.phrase(found[planned.count]))
    }
    return nil
  }

  private func difference(
    _ planned: PlannedChange, _ found: PlannedChange,
    _ side: KeyPath<PlannedChange, [(name: String, value: Datum)]>
  ) -> Moved? {
    let was = Dictionary(planned[keyPath: side].map { ($0.name, $0.value) }) { $1 }
    let now = Dictionary(found[keyPath: side].map { ($0.name, $0.value) }) { $1 }
    for column in planned.table.columns {
      let one = was[column.name] ?? .null
      let other = now[column.name] ?? .null
      if one == other { continue }
      if column.type == .timestamp, side == \.after { continue }
      if isGiven(one, other, for: column, of: planned.table) { continue }
      return Moved(
        planned, column.name, Self.text(one, of: column), Self.text(other, of: column))
    }
    return nil
  }

  private func hasSameKey(_ planned: PlannedChange, _ found: PlannedChange) -> Bool {
    if planned.key == found.key { return true }
    guard let one = RowKey.values(planned.key, of: planned.table),
      let other = RowKey.values(found.key, of: found.table)
    else { return false }
    return zip(zip(one, other), planned.table.columns).allSatisfy { keys, column in
      keys.0 == keys.1 || isGiven(keys.0, keys.1, for: column, of: planned.table)
    }
  }

  /// Whether a number was given out in the place of the one that was planned.
  private func isGiven(
    _ one: Datum, _ other: Datum, for column: ColumnInfo, of table: Table
  ) -> Bool {
    let parent = EntityCatalogue.references.first {
      $0.child === table && $0.column.name == column.name
    }?.parent
    let owner = parent ?? (column.index < table.keyCount ? table : nil)
    let given =
      numbers[""]?[one.description] ?? owner.flatMap { numbers[$0.name]?[one.description] }
    return given == other.description
  }

  private static func phrase(_ change: PlannedChange) -> String {
    let verb =
      switch change.action {
      case .insert: "added"
      case .update: "changed"
      case .delete: "removed"
      }
    return "\(change.table.name) \(change.record) \(verb)"
  }

  private static func text(_ datum: Datum, of column: ColumnInfo) -> String {
    guard !datum.isNull else { return "nothing" }
    return column.maskedWords(datum)
  }
}

extension PlanComparison.Moved {
  fileprivate init(_ change: PlannedChange, _ field: String?, _ planned: String, _ found: String) {
    self.init(
      record: "\(change.table.name) \(change.record)", field: field, planned: planned, found: found)
  }
}

extension PlannedChange {
  /// Whether the engine counts the key.
  fileprivate var hasNumber: Bool { table.keyCount == 1 && !table.columns[0].type.isText }
}
