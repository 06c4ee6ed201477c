import Accounts
import Reports

/// What one row of a file, or one command, would change.
struct PlannedRow {
  let line: Int?
  let performed: Performed
  /// By field, where a plan's file keeps them.
  var words: [[UInt8]?] = []
  /// Set if it comes from the bad rows of an earlier run.
  var earlierMark: ChangeMark?
}

/// Where a plan goes: to the screen or to a file.
protocol Plan {
  func add(_ row: PlannedRow) throws
  func finish() throws
  func discard()
}

/// A plan that is shown, also of rows that no operation changes.
protocol ShownPlan: Plan {
  func add(change: RowChange) throws
}

/// A plan while it is written: for each row that would change a sign and, field by field, the
/// value before and after. Personal data is masked unless `--reveal` asks for it: what was not typed
/// may have come from another record.
final class PlanOutput: ShownPlan {
  static let columns = [
    ReportColumn("line", title: "Line", kind: .integer),
    ReportColumn("action", title: "", kind: .text),
    ReportColumn("table", title: "Table", kind: .text),
    ReportColumn("key", title: "Key", kind: .text),
    ReportColumn("field", title: "Field", kind: .text),
    ReportColumn("before", title: "Before", kind: .text),
    ReportColumn("after", title: "After", kind: .text),
  ]

  static let reason = ReportColumn("reason", title: "Reason", kind: .text)

  private let listing: Listing
  private let context: CommandContext
  private let times: TimeStyle
  private let hasReasons: Bool

  /// - Parameter reasons: whether rows of the journal are shown with why they were written.
  init(_ context: CommandContext, reasons: Bool = false) throws {
    self.context = context
    times = try context.format.timeStyle
    hasReasons = reasons
    listing = try Listing("plans", Self.columns + (reasons ? [Self.reason] : []), in: context)
  }

  /// Refuses fields that a plan does not have, before anything is said or done.
  static func check(_ context: CommandContext) throws {
    try context.selection("plans", columns)
  }

  func add(_ row: PlannedRow) throws {
    for change in row.performed.changes { try add(ChangedRow(change), line: row.line) }
  }

  /// A row of the journal, or of a plan's file.
  func add(_ row: ChangedRow, line: Int? = nil) throws {
    for cells in Self.cells(of: row, line: line, times, in: context) {
      try listing.add(cells + (hasReasons ? [row.reason.datum] : []))
    }
  }

  /// A line for each field of the row.
  static func cells(
    of row: ChangedRow, line: Int? = nil, _ times: TimeStyle, in context: CommandContext
  ) -> [[Datum]] {
    row.cells.map { cell in
      func words(_ datum: Datum?) -> Datum {
        guard let datum, !datum.isNull else { return .null }
        let words =
          cell.type == .timestamp
          ? times.text(Timestamp(datum), in: context.zone) : cell.type.display(datum)
        return .text(cell.isPersonal && !context.options.reveal ? Mask.masked(words) : words)
      }
      return [
        line.map { .integer(Int64($0)) } ?? .null, .text(row.action.sign), .text(row.table),
        .text(row.key), .text(cell.field), words(cell.before), words(cell.after),
      ]
    }
  }

  func add(change: RowChange) throws { try add(ChangedRow(change)) }

  func finish() throws { try listing.finish() }

  func discard() { listing.discard() }
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
