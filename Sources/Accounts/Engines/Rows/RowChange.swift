package import Values

/// What happened to one row.
package struct RowChange: Sendable {
  package let table: Table
  package let before: [Datum]?
  package let after: [Datum]?

  package init(table: Table, before: [Datum]?, after: [Datum]?) {
    self.table = table
    self.before = before
    self.after = after
  }

  package enum Action: String, Sendable {
    case insert, update, delete
  }

  package var action: Action {
    if before == nil { return .insert }
    return after == nil ? .delete : .update
  }

  package var key: ArraySlice<Datum> { (after ?? before ?? [])[0..<table.keyCount] }
}

extension RowChange {
  /// The key as text for people.
  package var keyText: String { key.map(\.description).joined(separator: " ") }
}
