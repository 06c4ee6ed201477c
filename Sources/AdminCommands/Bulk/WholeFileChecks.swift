import Accounts
import Reports

/// Reasons to refuse a file as a whole, checked once all of its rows have been read.
extension BulkRun {
  /// Refuses a file of which even the good rows must not be applied, because together they show that they
  /// mean something else.
  func checkAsWhole(_ files: BulkFiles, _ tally: BulkTally, _ books: Books) throws {
    let dayOrder = files.rows.dayOrder
    if let fault = dayOrder.fault {
      // Without --keep-going all rows are refused anyway, but who corrects the file has to know.
      try refuse(
        .badData, fault, onlyNoting: isRefused(tally),
        remedy: "write all dates of the file as 2026-11-25, then import the whole file")
    }
    if let fault = dayOrder.emptyFault(undated: tally.undatedLine) {
      try refuse(
        .badData, fault, onlyNoting: isRefused(tally),
        remedy: "write the date in each row, then import the whole file")
    }
    guard !isRefused(tally), let likely = tally.likelyKnown(in: books) else { return }
    try refuse(
      .conflict, likely.words, onlyNoting: false,
      remedy: "if \(likely.cause), \(likely.remedy); if these are \(likely.others), add "
        + "`--accept unusual`")
  }

  /// A dry run is told of it; a plan is not made.
  private func refuse(
    _ status: ExitStatus, _ words: String, onlyNoting: Bool, remedy: String
  ) throws {
    guard onlyNoting || context.options.dryRun && options.planOut == nil else {
      throw CommandError(status, "\(name): \(words); nothing was changed", remedy: remedy)
    }
    context.say("note: \(name): \(words)")
  }
}
