import Engines
import Values

/// A table as views show it to those who may see only part of it.
struct ViewedTable: Sendable {
  let name: String
  let columns: [ViewedColumn]

  /// The tables of the entities, and the journal's.
  static let all: [ViewedTable] =
    EntityCatalogue.tables.map {
      ViewedTable(name: $0.name, columns: $0.columns.map(ViewedColumn.init))
    }
    + [
      journal(
        "change",
        [
          ("change", .integer), ("at", .timestamp), ("operator", .text), ("host", .text),
          ("command", .text), ("reason", .text), ("undoes", .integer), ("row_count", .integer),
          ("previous", .text), ("digest", .text), ("acting_as", .text),
        ]),
      journal(Journal.lines.name, Journal.lines.columns.map { ($0.name, $0.type) }),
      journal(RowReasons.table.name, RowReasons.table.columns.map { ($0.name, $0.type) }),
      journal(
        "job",
        [
          ("change", .integer), ("source", .text), ("fingerprint", .text),
          ("row_count", .integer), ("unchanged", .integer), ("left_out", .integer),
        ]),
    ]

  private static func journal(_ name: String, _ columns: [(String, ColumnType)]) -> ViewedTable {
    ViewedTable(name: name, columns: columns.map { ViewedColumn(ofJournal: $0.0, $0.1) })
  }
}

/// A column of such a table.
struct ViewedColumn: Sendable {
  let name: String
  let label: String
  let type: ColumnType
  let sight: Sight
  /// A name or another line of text, which sorts without regard to case and accents.
  let isName: Bool

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
    label = column.label
    type = column.type
    isName = column.isName
    sight =
      column.type == .secret
      ? .secret : column.namesRecord ? .name : column.isPersonal ? .personal : .open
  }

  /// A digest is as good as the cell where one cell alone is not known, and so is the fingerprint of a
  /// file: all values of a telephone number are soon tried.
  fileprivate init(ofJournal name: String, _ type: ColumnType) {
    self.name = name
    label = ColumnInfo.label(name)
    self.type = type
    isName = false
    switch name {
    case "before", "after": sight = .cells
    case "previous", "digest", "fingerprint": sight = .secret
    default: sight = .open
    }
  }
}
