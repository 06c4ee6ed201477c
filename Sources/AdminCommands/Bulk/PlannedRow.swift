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
    for change in row.performed.changes {
      for column in change.table.columns {
        let before = change.before?[column.index] ?? .null
        let after = change.after?[column.index] ?? .null
        if before == after { continue }
        if let line = row.line { writer.integer(Int64(line)) } else { writer.null() }
        writer.text(change.action.sign)
        writer.text(change.table.name)
        writer.text(change.keyText)
        writer.text(column.name)
        write(before, column)
        write(after, column)
        try writer.endRow()
      }
    }
  }

  func finish() throws { try answer.finish(note: nil) }

  func discard() { answer.discard() }

  private func write(_ datum: Datum, _ column: ColumnInfo) {
    if datum.isNull { writer.null() } else { writer.text(column.type.words(datum)) }
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
