import Engines
import Values

/// A table as views show it to those who may see a part of it.
struct ViewedTable: Sendable {
  let name: String
  let columns: [ViewedColumn]

  /// The tables of the entities, and the journal's.
  static let all: [ViewedTable] =
    EntityCatalogue.tables.map {
      ViewedTable(name: $0.name, columns: $0.columns.map(ViewedColumn.init))
    }
    + [
      ViewedTable(
        name: "change",
        columns: [
          ("change", ColumnType.integer), ("at", .timestamp), ("operator", .text), ("host", .text),
          ("command", .text), ("reason", .text), ("undoes", .integer), ("row_count", .integer),
          ("previous", .text), ("digest", .text), ("acting_as", .text),
        ].map { ViewedColumn(name: $0.0, type: $0.1, sight: sight(ofJournal: $0.0)) }),
      ViewedTable(
        name: Journal.lines.name,
        columns: Journal.lines.columns.map { column in
          ViewedColumn(
            name: column.name, type: column.type,
            sight: sight(ofJournal: column.name))
        }),
    ]

  /// A digest is as good as the cell where one cell alone is not known: all values of a telephone
  /// number are soon tried.
  private static func sight(ofJournal column: String) -> ViewedColumn.Sight {
    switch column {
    case "before", "after": .cells
    case "previous", "digest": .secret
    default: .open
    }
  }
}

/// A column of such a table.
struct ViewedColumn: Sendable {
  let name: String
  let type: ColumnType
  let sight: Sight

  /// Who sees what a column holds.
  enum Sight: Sendable {
    case open
    /// Personal, but what staff know the record by.
    case name
    case personal
    /// Cells of a row of any table, as the journal keeps them: those that are personal.
    case cells
    case secret
  }
}

extension ViewedColumn {
  init(_ column: ColumnInfo) {
    name = column.name
    type = column.type
    sight =
      column.type == .secret
      ? .secret : column.namesRecord ? .name : column.isPersonal ? .personal : .open
  }
}
