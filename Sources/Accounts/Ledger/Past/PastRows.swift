import Engines
import Values

/// The rows that later changes have written, as they were before them. What is held grows with the
/// number of these rows, not with the store.
struct PastRows {
  fileprivate enum State {
    case absent
    case whole([Datum])
    /// The cells that were written since; the others are as they are now.
    case partly([(column: Int, value: Datum)])
  }

  private var states: [String: [String: State]] = [:]

  /// The tables that were written, parents before their children.
  var tables: [Table] { EntityCatalogue.tables.filter { states[$0.name] != nil } }

  /// Whether any of these cells of rows that stood there was written; a row that came or went counts
  /// where no columns are named.
  func touches(_ table: Table, _ columns: [ColumnInfo] = []) -> Bool {
    guard let states = states[table.name], !columns.isEmpty else {
      return self.states[table.name] != nil
    }
    return states.values.contains { state in
      state.cells.contains { cell in columns.contains { $0.index == cell.column } }
    }
  }

  /// Lines come in the order in which they were written: the first about a cell tells what it was.
  mutating func add(_ line: JournalLine) throws(StoreError) {
    let table = try line.table()
    let known = states[table.name]?[line.keyText]
    switch (known, line.action) {
    case (.absent, _), (.whole, _): return
    case (nil, .insert): states[table.name, default: [:]][line.keyText] = .absent
    case (.partly, .insert): throw Self.damaged(table, line.key)
    case (_, .update):
      var cells = known?.cells ?? []
      for (column, value) in try line.cells(line.before, in: table)
      where !cells.contains(where: { $0.column == column.index }) {
        cells.append((column.index, value))
      }
      states[table.name, default: [:]][line.keyText] = .partly(cells)
    case (_, .delete):
      var row = [Datum](repeating: .null, count: table.columns.count)
      for (column, value) in try line.cells(line.before, in: table) { row[column.index] = value }
      for (column, value) in known?.cells ?? [] { row[column] = value }
      states[table.name, default: [:]][line.keyText] = .whole(row)
    }
  }

  /// The keys of the rows of a table.
  func keys(of table: Table) throws(StoreError) -> [[Datum]] {
    var keys: [[Datum]] = []
    for text in (states[table.name] ?? [:]).keys {
      guard let key = RowKey.values(text, of: table) else { throw Self.damaged(table, text) }
      keys.append(key)
    }
    return keys
  }

  /// The rows as they were, from those that are there now.
  func rows(of table: Table, from current: [[Datum]]) throws(StoreError) -> [[Datum]] {
    var rest = states[table.name] ?? [:]
    var rows: [[Datum]] = []
    for var row in current {
      let key = RowKey.text(row[0..<table.keyCount])
      guard let state = rest[key], case .partly(let cells) = state else { continue }
      rest[key] = nil
      for (column, value) in cells { row[column] = value }
      rows.append(row)
    }
    for (key, state) in rest {
      switch state {
      case .absent: break
      case .whole(let row): rows.append(row)
      // The last line about it left it there.
      case .partly: throw Self.damaged(table, key)
      }
    }
    return rows
  }

  private static func damaged(_ table: Table, _ key: String) -> StoreError {
    StoreError(
      .corrupt,
      "\(table.name) \(key.replacing("\t", with: " ")) does not match the journal, so its past values "
        + "cannot be shown", remedy: "run \(run: "ubadmin change verify", options: ["rows": nil])")
  }
}

extension PastRows.State {
  fileprivate var cells: [(column: Int, value: Datum)] {
    if case .partly(let cells) = self { cells } else { [] }
  }
}
