package import Engines
package import Values

/// The columns of an entity that commands set by fields of the same name. A column that is declared
/// `.edited` is a field of the commands that add and set a record, and can be emptied where it may
/// be NULL.
package struct EditedColumns<E: Entity>: Sendable {
  /// A column with its field and how its text becomes a cell.
  fileprivate struct Edited: Sendable {
    let column: ColumnInfo
    let field: FieldInfo
    let value: any (FieldValue & DatumValue).Type
  }

  fileprivate let all: [Edited]

  /// - Parameter required: options without which no record is added.
  package init(_ entity: E.Type, required: Set<String> = []) {
    all = E.table.columns.compactMap { column in
      guard column.isEdited,
        let value = column.value.present as? any (FieldValue & DatumValue).Type,
        let field = FieldInfo(column, isRequired: required.contains(column.option))
      else { return nil }
      return Edited(column: column, field: field, value: value)
    }
  }

  package var fields: [FieldInfo] { all.map(\.field) }

  /// The columns that a command can empty, by their options.
  package var clearable: [String: ColumnInfo] {
    Dictionary(
      uniqueKeysWithValues: all.map(\.column).filter(\.isClearable).map { ($0.option, $0) })
  }

  /// What the input gives.
  package func values(in input: Input) throws(Rejection) -> EditedValues<E> {
    var cells: [(index: Int, datum: Datum)] = []
    for edited in all {
      if let datum = try input.datum(edited.field, edited.value) {
        cells.append((edited.column.index, datum))
      } else if edited.field.isRequired {
        throw .missing(edited.field)
      }
    }
    return EditedValues(cells: cells)
  }
}

/// The cells that a command sets.
package struct EditedValues<E: Entity>: Sendable {
  fileprivate let cells: [(index: Int, datum: Datum)]

  /// Nil where it is not given.
  package subscript<Value>(column: Column<E, Value>) -> Value? {
    cells.first { $0.index == column.index }.map { Value($0.datum) }
  }

  /// Overwrites the columns that are given and keeps the others.
  package func write(to row: inout Row<E>) {
    for cell in cells { row.values[cell.index] = cell.datum }
  }
}

extension Input {
  /// The value of a field as a cell; nil where it is not given.
  fileprivate func datum<Value: FieldValue & DatumValue>(
    _ field: FieldInfo, _ value: Value.Type
  ) throws(Rejection) -> Datum? {
    guard let bytes = cell(field) else { return nil }
    do throws(ValueFault) {
      return try Value(parsing: bytes).datum
    } catch {
      throw Rejection(error, field: field.name)
    }
  }
}
