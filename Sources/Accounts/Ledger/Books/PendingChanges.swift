import Engines
import Values

/// What an operation has changed so far, one net change a row, in the order of the first changes. An operation
/// that changes many rows finds each of them at once.
struct PendingChanges {
  /// A row of a table.
  private struct Place: Hashable {
    let table: ObjectIdentifier
    let key: ArraySlice<Datum>
  }

  /// Where changes are, once there are many.
  private struct Index {
    var ofRow: [Place: Int] = [:]
    var ofTable: [ObjectIdentifier: [Int]] = [:]

    mutating func add(_ change: RowChange, at position: Int) {
      let table = ObjectIdentifier(change.table)
      ofRow[Place(table: table, key: change.key)] = position
      ofTable[table, default: []].append(position)
    }
  }

  /// The most that are searched one by one; most operations change a few rows.
  static let mostWithoutIndex = 16

  /// Nil where changes of a row canceled each other.
  private var changes: [RowChange?] = []
  private var count = 0
  private var index: Index?

  var isEmpty: Bool { count == 0 }

  var all: [RowChange] { changes.compactMap(\.self) }

  func of(_ table: Table) -> [RowChange] {
    guard let index else { return changes.compactMap { $0?.table === table ? $0 : nil } }
    return (index.ofTable[ObjectIdentifier(table)] ?? []).compactMap { changes[$0] }
  }

  func of(_ table: Table, _ key: ArraySlice<Datum>) -> RowChange? {
    position(table, key).flatMap { changes[$0] }
  }

  mutating func record(_ change: RowChange) {
    guard let position = position(change.table, change.key), let earlier = changes[position] else {
      append(change)
      return
    }
    // A row that is as it was before has not changed, nor has one that came and went.
    if earlier.before == change.after {
      changes[position] = nil
      index?.ofRow[Place(table: ObjectIdentifier(change.table), key: change.key)] = nil
      count -= 1
    } else {
      changes[position] = RowChange(
        table: change.table, before: earlier.before, after: change.after)
    }
  }

  mutating func removeAll() {
    changes.removeAll(keepingCapacity: true)
    count = 0
    index = nil
  }

  private func position(_ table: Table, _ key: ArraySlice<Datum>) -> Int? {
    if let index { return index.ofRow[Place(table: ObjectIdentifier(table), key: key)] }
    return changes.firstIndex { $0.map { $0.table === table && $0.key == key } ?? false }
  }

  private mutating func append(_ change: RowChange) {
    changes.append(change)
    count += 1
    if index != nil {
      index?.add(change, at: changes.count - 1)
    } else if changes.count > Self.mostWithoutIndex {
      var new = Index()
      for (position, change) in changes.enumerated() {
        if let change { new.add(change, at: position) }
      }
      index = new
    }
  }
}
