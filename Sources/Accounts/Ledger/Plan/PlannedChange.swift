package import Engines
package import Values

/// What is to happen to one row: of an update the cells that it changes, of an addition or removal
/// all that are not empty. Secrets are left out: they are made when the plan is applied. Personal
/// cells are masked, so that a plan shows no more than a list.
package struct PlannedChange {
  package let table: Table
  package let action: RowChange.Action
  /// As the journal has it.
  let key: String
  package let before: [(name: String, value: Datum)]
  package let after: [(name: String, value: Datum)]

  package init(_ change: RowChange) {
    table = change.table
    action = change.action
    key = RowKey.text(change.key)
    let isUpdate = change.action == .update
    let changed = change.changedColumns
    func cells(_ row: [Datum]?) -> [(name: String, value: Datum)] {
      guard let row else { return [] }
      return change.table.columns.filter { $0.type != .secret }.compactMap { column in
        let isNamed =
          isUpdate ? changed & (1 << UInt64(column.index)) != 0 : !row[column.index].isNull
        return isNamed ? (column.name, column.masked(row[column.index])) : nil
      }
    }
    before = cells(change.before)
    after = cells(change.after)
  }

  init?(_ cells: [(name: String, value: Datum)]) {
    guard cells.map(\.name) == ["_change", "table", "key", "before", "after"],
      let action = cells[0].value.text.flatMap({ RowChange.Action(rawValue: $0) }),
      let table = cells[1].value.text.flatMap({ Table.named($0) }), let key = cells[2].value.text,
      let before = RowCells.parse(cells[3].value.text ?? "{}"),
      let after = RowCells.parse(cells[4].value.text ?? "{}"),
      (before + after).allSatisfy({ cell in table.columns.contains { $0.name == cell.name } })
    else { return nil }
    self.action = action
    self.table = table
    self.key = key
    self.before = before
    self.after = after
  }

  var cells: [(name: String, value: Datum)] {
    [
      ("_change", .text(action.rawValue)), ("table", .text(table.name)), ("key", .text(key)),
      ("before", .text(RowCells.object(before))), ("after", .text(RowCells.object(after))),
    ]
  }

  /// As the journal shows a row.
  package var row: ChangedRow {
    let names =
      before.map(\.name)
      + after.map(\.name).filter { name in
        !before.contains { $0.name == name }
      }
    return ChangedRow(
      number: 0, table: table.name, key: record, action: action,
      cells: names.compactMap { name in
        column(name).map { column in
          ChangedCell(
            field: name, type: column.type, before: before.first { $0.name == name }?.value,
            after: after.first { $0.name == name }?.value, isPersonal: column.isPersonal)
        }
      })
  }

  /// The key as people read it.
  var record: String { key.replacing("\t", with: " ") }

  func column(_ name: String) -> ColumnInfo? { table.columns.first { $0.name == name } }
}
