package import Engines
package import Values

/// Fields to empty: a blank cell in one of these columns clears the field.
package struct ClearList: Sendable {
  package static let field = Field<Line>.option(
    "clear", "fields to empty, separated by commas or semicolons")

  let columns: [ColumnInfo]

  package var isEmpty: Bool { columns.isEmpty }

  package init(_ input: Input, from clearable: [String: ColumnInfo]) throws(Rejection) {
    guard let line = try input[Self.field] else {
      columns = []
      return
    }
    var columns: [ColumnInfo] = []
    for word in line.text.split(whereSeparator: { ",; ".contains($0) }) {
      guard let column = clearable[String(word)] else {
        throw Rejection(
          .unknownChoice, field: "clear", found: String(word),
          expected: "one of " + clearable.keys.sorted().joined(separator: ", "),
          remedy: "use fields that may be empty")
      }
      columns.append(column)
    }
    self.columns = columns
  }

  package func write<E: Entity>(to row: inout Row<E>) {
    for column in columns { row.values[column.index] = .null }
  }
}
