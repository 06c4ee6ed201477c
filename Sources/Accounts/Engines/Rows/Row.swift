package import Values

/// A kind of row: its table and, as static members, its columns.
package protocol Entity: Sendable {
  static var table: Table { get }
}

/// One row of an entity.
package struct Row<E: Entity>: Sendable, Equatable {
  package var values: [Datum]

  package init() {
    values = [Datum](repeating: .null, count: E.table.columns.count)
  }

  package init(values: [Datum]) {
    self.values = values
  }

  @inline(__always)
  package subscript<Value>(column: Column<E, Value>) -> Value {
    get { Value(values[column.index]) }
    set { values[column.index] = newValue.datum }
  }

  package var key: [Datum] { Array(values[0..<E.table.keyCount]) }
}
