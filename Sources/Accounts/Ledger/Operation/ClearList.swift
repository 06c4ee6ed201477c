package import Engines
package import Values

/// Fields to empty: a blank cell in one of these columns clears the field.
package struct ClearList: Sendable {
  package static let field = Field<Line>.option(
    "clear", "fields to empty, separated by commas or semicolons")

  let columns: [ColumnInfo]

  package init(_ input: Input, from clearable: [String: ColumnInfo]) throws(Rejection) {
    guard let line = try input[Self.field] else {
      columns = []
      return
    }
    var columns: [ColumnInfo] = []
    for word in Self.names(in: line.text) {
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

  /// What is wrong where a field is to be emptied and is given a value, too.
  /// - Parameter words: by field.
  package static func contradiction(
    in words: [[UInt8]?], of fields: [FieldInfo]
  ) -> Rejection? {
    guard let place = fields.firstIndex(where: { $0.id == field.info.id }), let list = words[place]
    else { return nil }
    let cleared = names(in: String(decoding: list, as: UTF8.self))
    let both = zip(fields, words).first { field, word in
      guard let word, field.isClearable, cleared.contains(field.name[...]) else { return false }
      return !CellBlanks.isBlank(String(decoding: word, as: UTF8.self))
    }
    guard let name = both?.0.name else { return nil }
    return Rejection(
      .contradictory, field: field.name, found: "\(name), which is also given a value",
      expected: "fields to empty",
      remedy: "leave out \(field: name), or take \(name) out of \(field: field.name)")
  }

  private static func names(in text: String) -> [Substring] {
    text.split { ",; ".contains($0) }
  }

  package func write<E: Entity>(to row: inout Row<E>) {
    for column in columns { row.values[column.index] = .null }
  }
}
