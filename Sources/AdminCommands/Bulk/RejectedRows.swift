import Accounts
import Reports

/// What a bulk run tells of the rows that it rejects.
extension BulkRun {
  func reject(
    _ row: BulkRow, _ rejection: Rejection, _ rejects: RejectsFile?, _ tally: inout BulkTally
  ) throws {
    tally.rejected += 1
    if context.options.messagesAreJSON { tally.keep(rejection, line: row.line) }
    try rejects?.add(row.cells, line: row.line, rejection)
    for one in rejection.all {
      tally.kinds.add(one)
      guard tally.rejected <= Self.rowsShown else { continue }
      tell(one, line: row.line)
    }
  }

  private func tell(_ rejection: Rejection, line: Int) {
    if context.options.messagesAreJSON {
      context.session.say(
        MessageRecord.error(
          rejection, message: rejection.words, status: rejection.code.status,
          place: (name, line)))
    } else {
      context.say("\(name):\(line): \(rejection.words); \(rejection.remedy)")
    }
  }

  /// The bad rows that are told one by one; of all of them the kinds are counted.
  private static let rowsShown = 20

  func tellKinds(_ tally: BulkTally) {
    guard tally.rejected > Self.rowsShown else { return }
    let place = options.rejects.map { "are in \($0)" } ?? "can be written with --rejects FILE"
    context.say(
      "… \(tally.rejected - Self.rowsShown) more bad rows; all \(tally.rejected) \(place)")
    for kind in tally.kinds.lines { context.say("  " + kind) }
  }
}
