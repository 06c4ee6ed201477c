import Accounts
import ArgumentParser
import Reports

/// `job show`
struct JobShow: ShowCommand {
  static let help = CommandHelp(
    "show", abstract: "Show a bulk run: its command, its rows, and the records that it changed",
    discussion: HelpText.discussion(
      """
      Shows the first \(mostRecords) records as `change show` does, which shows all of them. The last \
      section has the commands for the run: to undo it, and, if rows were left out, to apply \
      them after they were corrected. The fingerprint of the rows, by which a file is recognized, is \
      shown to those who may use --reveal.
      """, examples: ["job show 12", "job show 12 --json"]))

  /// Records whose fields are shown.
  private static let mostRecords = 10

  @Argument(help: "number of the job") var job: Int64

  func page(on store: Store, in context: CommandContext) throws -> Page {
    let job = try store.knownJob(job)
    return Page(
      title: "Job \(job.number)",
      sections: [
        .fields(try fields(of: job, on: store, context)), .table(try counts(of: job, on: store)),
        .table(try lines(of: job, on: store, context)), .table(try commands(of: job, on: store)),
      ])
  }

  private func fields(
    of job: Job, on store: Store, _ context: CommandContext
  ) throws -> [PageField] {
    let change = job.change
    var fields = [
      PageField("job", label: "Job", .integer(job.number)),
      PageField("at", label: "Time", .time(change.at)),
      PageField("operator", label: "By", .text(change.operatorName)),
      PageField("acting_as", label: "Acting as", Self.text(change.actingAs)),
      PageField("host", label: "Host", .text(change.host)),
      PageField("command", label: "Command", .text(change.command)),
      PageField("reason", label: "Reason", Self.text(change.reason)),
      PageField("source", label: "Source", .text(job.source)),
    ]
    // From the fingerprint and all but one cell of a short file, that cell is soon found out.
    if (try? context.require(.ofReveal, for: "--reveal", on: store)) != nil {
      fields.append(PageField("fingerprint", label: "Fingerprint", .text(job.fingerprint)))
    }
    let undo: PageValue = change.undoneBy.map { .integer($0) } ?? .null
    return fields + [
      PageField("rows", label: "Rows", Self.count(job.rows)),
      PageField("unchanged", label: "Unchanged", Self.count(job.unchanged)),
      PageField("left_out", label: "Left out", .count(job.leftOut)),
      PageField("records", label: "Records written", .count(change.rowCount)),
      PageField("status", label: "Status", .text(change.undoneBy == nil ? "applied" : "undone")),
      PageField("undone_by", label: "Undone by change", undo),
    ]
  }

  /// By kind of record.
  private func counts(of job: Job, on store: Store) throws -> PageTable {
    var rows: [[PageValue]] = []
    let counted = [RowChange.Action.insert, .update, .delete].map {
      "count(CASE WHEN r.action = '\($0.rawValue)' THEN 1 END)"
    }
    try store.each(
      sql: """
        SELECT r.table_name, \(counted.joined(separator: ", ")) FROM change_row r \
        WHERE r.change = ? GROUP BY r.table_name ORDER BY r.table_name
        """, [.integer(job.number)]
    ) { row in
      rows.append(
        [.text(String(decoding: row.text(0), as: UTF8.self))]
          + (1...3).map { PageValue.count(row.integer($0)) })
      return true
    }
    return PageTable(
      "tables", title: "Records",
      columns: [.text("table")]
        + [("added", "Added"), ("changed", "Changed"), ("removed", "Removed")].map {
          ReportColumn($0.0, title: $0.1, kind: .integer, isCount: true)
        }, rows: rows)
  }

  private func lines(
    of job: Job, on store: Store, _ context: CommandContext
  ) throws -> PageTable {
    let times = try context.format.timeStyle
    var rows: [[PageValue]] = []
    var records = 0
    try store.changedRows(of: job.number) { row in
      records += 1
      guard records <= Self.mostRecords else { return false }
      // A change does not say the lines of its file.
      rows += PlanOutput.cells(of: row, times, in: context).map { cells in
        (cells.dropFirst() + [(row.reason ?? job.change.reason).datum]).map(Self.value)
      }
      return true
    }
    let all = "all with `change show \(job.number)`"
    return PageTable(
      "lines",
      title: records > Self.mostRecords ? "First records (\(all))" : "Fields of the records",
      columns: Array(PlanOutput.columns.dropFirst()) + [PlanOutput.reason], rows: rows)
  }

  private func commands(of job: Job, on store: Store) throws -> PageTable {
    var rows: [[PageValue]] = []
    if let undo = job.change.undoneBy {
      rows.append([.text("apply it again"), .text("ubadmin change undo \(undo)")])
    } else {
      rows.append([.text("undo it"), .text("ubadmin job undo \(job.number)")])
      if let open = try store.openRows(of: job) {
        let further = RowsLeftOut(of: open)
        rows.append([
          .text("apply the rows left out: \(further.first), then run"),
          .text(further.command ?? "the command of the job with --from FILE"),
        ])
      }
    }
    return PageTable(
      "commands", title: "Commands", columns: [.text("to"), .text("command").runnable()],
      rows: rows)
  }

  private static func text(_ text: String?) -> PageValue { text.map { .text($0) } ?? .null }
  private static func count(_ count: Int64?) -> PageValue { count.map { .count($0) } ?? .null }

  private static func value(_ datum: Datum) -> PageValue {
    switch datum {
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .null: .null
    }
  }
}
