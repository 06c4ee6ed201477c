package import Engines
package import Values

/// The columns of an entity that commands set by fields of the same name. A column that is declared
/// `.edited` is a field of the commands that add and set a record, and can be emptied where it may
/// be NULL.
package struct EditedColumns<E: Entity>: Sendable {
  fileprivate let all: [EditedColumn]
  /// The columns that a command can empty, by their options.
  package let clearable: [String: ColumnInfo]

  /// - Parameter required: options without which no record is added.
  package init(_ entity: E.Type, required: Set<String> = []) {
    all = E.table.columns.compactMap {
      EditedColumn($0, isRequired: required.contains($0.option))
    }
    clearable = Dictionary(
      uniqueKeysWithValues: all.map(\.column).filter(\.isClearable).map { ($0.option, $0) })
  }

  package var fields: [FieldInfo] { all.map(\.field) }

  /// What the input gives.
  package func values(in input: Input) throws(Rejection) -> EditedValues<E> {
    EditedValues(cells: try input.cells(of: all))
  }
}

/// A column with its field and how its text becomes a cell.
private final class EditedColumn: Sendable {
  let column: ColumnInfo
  let field: FieldInfo
  private let parse: @Sendable (CellBytes) throws(ValueFault) -> Datum

  init?(_ column: ColumnInfo, isRequired: Bool) {
    guard column.isEdited,
      let value = column.value.present as? any (FieldValue & DatumValue).Type,
      let field = FieldInfo(column, isRequired: isRequired)
    else { return nil }
    self.column = column
    self.field = field
    parse = Self.parser(value)
  }

  private static func parser<Value: FieldValue & DatumValue>(
    _ value: Value.Type
  ) -> @Sendable (CellBytes) throws(ValueFault) -> Datum {
    { (bytes) throws(ValueFault) in try Value(cell: bytes).datum }
  }

  func datum(_ bytes: CellBytes) throws(Rejection) -> Datum {
    do throws(ValueFault) {
      return try parse(bytes)
    } catch {
      throw Rejection(error, field: field.name)
    }
  }
}

/// A cell that a command sets.
private struct EditedCell: Sendable {
  let index: Int
  let datum: Datum
}

extension Input {
  fileprivate func cells(of columns: [EditedColumn]) throws(Rejection) -> [EditedCell] {
    var cells: [EditedCell] = []
    for edited in columns {
      if let bytes = cell(edited.field) {
        cells.append(EditedCell(index: edited.column.index, datum: try edited.datum(bytes)))
      } else if edited.field.isRequired {
        throw .missing(edited.field)
      }
    }
    return cells
  }
}

/// The cells that a command sets.
package struct EditedValues<E: Entity>: Sendable {
  fileprivate let cells: [EditedCell]

  /// Nil if it is not given.
  package subscript<Value>(column: Column<E, Value>) -> Value? {
    cells.first { $0.index == column.index }.map { Value($0.datum) }
  }

  /// Overwrites the columns that are given and keeps the others.
  package func write(to row: inout Row<E>) {
    for cell in cells { row.values[cell.index] = cell.datum }
  }
}
