import Accounts
import Reports

/// What one row of a file, or one command, would change.
struct PlannedRow {
  let line: Int?
  let performed: Performed
}

/// A plan while it is written: for each row that would change a sign and, field by field, the
/// value before and after.
final class PlanOutput {
  private static let columns = [
    ReportColumn("line", title: "Line", kind: .integer),
    ReportColumn("action", title: "", kind: .text),
    ReportColumn("table", title: "Table", kind: .text),
    ReportColumn("key", title: "Key", kind: .text),
    ReportColumn("field", title: "Field", kind: .text),
    ReportColumn("before", title: "Before", kind: .text),
    ReportColumn("after", title: "After", kind: .text),
  ]

  private let answer: OpenAnswer
  private var writer: any RowWriter { answer.writer }

  init(session: Session, options: GlobalOptions) throws {
    answer = try session.openAnswer(options)
    try answer.writer.begin(Self.columns)
  }

  func add(_ row: PlannedRow) throws {
    for change in row.performed.changes { try add(change, line: row.line) }
  }

  func add(_ change: RowChange, line: Int?) throws {
    for column in change.table.columns {
      let before = change.before?[column.index] ?? .null
      let after = change.after?[column.index] ?? .null
      if before == after { continue }
      begin(change.action, change.table.name, change.keyText, column.name, line: line)
      write(before, column.type)
      write(after, column.type)
      try writer.endRow()
    }
  }

  /// A row of the journal. What is planned is shown whole: who plans it has typed it.
  func add(_ row: ChangedRow, reveals: Bool) throws {
    for cell in row.cells {
      begin(row.action, row.table, row.key, cell.field, line: nil)
      let isMasked = cell.isPersonal && !reveals
      write(cell.before ?? .null, cell.type, isMasked: isMasked)
      write(cell.after ?? .null, cell.type, isMasked: isMasked)
      try writer.endRow()
    }
  }

  private func begin(
    _ action: RowChange.Action, _ table: String, _ key: String, _ field: String, line: Int?
  ) {
    if let line { writer.integer(Int64(line)) } else { writer.null() }
    writer.text(action.sign)
    writer.text(table)
    writer.text(key)
    writer.text(field)
  }

  func finish() throws { try answer.finish(note: nil) }

  func discard() { answer.discard() }

  private func write(_ datum: Datum, _ type: ColumnType, isMasked: Bool = false) {
    guard !datum.isNull else { return writer.null() }
    let words = type.words(datum)
    writer.text(isMasked ? Mask.masked(words) : words)
  }
}

extension RowChange.Action {
  /// As a plan shows it.
  var sign: String {
    switch self {
    case .insert: "+"
    case .update: "~"
    case .delete: "-"
    }
  }
}
