import Accounts
import Reports

/// What a bulk run tells of the rows that it rejects.
extension BulkRun {
  func reject(
    _ row: BulkRow, _ rejection: Rejection, _ files: BulkFiles, _ tally: inout BulkTally
  ) throws {
    tally.rejected += 1
    if context.options.messagesAreJSON { tally.keep(rejection, line: row.line) }
    try files.rejects?.add(row.cells, line: row.line, rejection, in: files.columns)
    for one in rejection.all {
      tally.kinds.add(one)
      guard tally.rejected <= Self.rowsShown else { continue }
      tell(one, line: row.line, in: files.columns)
    }
  }

  private func tell(_ rejection: Rejection, line: Int, in columns: Set<String>) {
    let words = rejection.words(in: columns, isListed: isListed)
    if context.options.messagesAreJSON {
      context.session.say(
        MessageRecord.error(
          rejection, message: words, status: rejection.code.status,
          place: (name, line)))
    } else {
      context.say("\(name):\(line): \(words); \(rejection.rowRemedy)")
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
