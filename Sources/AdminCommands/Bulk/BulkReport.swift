import Accounts
import Reports

extension BulkTally {
  /// `4607 rows: 4001 applied, 551 unchanged, 55 rejected`
  var summary: String {
    "\(rows.counted("row")): \(applied) applied, \(unchanged) unchanged, \(rejected) rejected"
  }

  /// For the journal.
  var counts: RunCounts { RunCounts(rows: rows, unchanged: unchanged, leftOut: rejected) }
}

extension CommandContext {
  /// Says the result of a file: words for people, an object for programs.
  func report(
    _ tally: BulkTally, of name: String, change: Int64?, isRefused: Bool
  ) throws {
    if !options.quiet {
      for note in tally.toldNotes { say(note) }
      if tally.rows == 0 { say("note: \(name) has no rows") }
      var line = "\(name): \(tally.summary)"
      if isRefused {
        line += "; nothing was changed (--keep-going applies the good rows)"
      } else if options.dryRun {
        line += "; dry run, nothing was changed"
      } else if let change {
        line += " (change \(change); undo it with `ubadmin change undo \(change)`)"
      }
      say(line)
    }
    guard try format != .table, !options.dryRun else { return }
    try answer(outcome: page(tally, name, change, isRefused))
  }

  private func page(_ tally: BulkTally, _ name: String, _ change: Int64?, _ isRefused: Bool) -> Page
  {
    Page(
      title: name,
      sections: [
        .fields([
          PageField("file", label: "File", .text(name)),
          PageField("outcome", label: "Outcome", .text(isRefused ? "refused" : "done")),
          PageField("change", label: "Change", change.map { .integer($0) } ?? .null),
          PageField("rows", label: "Rows", .count(Int64(tally.rows))),
          PageField("applied", label: "Applied", .count(Int64(tally.applied))),
          PageField("unchanged", label: "Unchanged", .count(Int64(tally.unchanged))),
          PageField("rejected", label: "Rejected", .count(Int64(tally.rejected))),
        ]),
        .table(
          RejectedFields.table(
            "rejected_rows", title: "Rejected rows",
            tally.faults.map { ($0.line, $0.rejection) })),
      ])
  }
}
