import Accounts
import Reports

/// Whether a file, or a part of it, was applied before.
extension BulkRun {
  /// Refuses a file that was applied before and would change something again, as a payment that is
  /// posted twice. A file whose rows are all unchanged does no harm.
  func checkIsNew(
    _ fingerprint: FileFingerprint, _ tally: BulkTally, _ change: ChangeTransaction,
    on store: Store
  ) throws {
    let mark = fingerprint.mark("\(type.name)")
    // With --skip-known each row was held against what is on record.
    let isHeld = options.again || options.skipKnown && type.comparesRows
    if !isHeld {
      if let earlier = try store.applied(mark) {
        try refuse(
          "the same rows were applied by \(words(earlier, on: store))", earlier,
          remedy: type.comparesRows
            ? "--skip-known applies only the rows that are no longer on record; --again applies all of them"
            : "use --again to apply them again")
      } else if let part = try store.earlierPart(of: fingerprint, "\(type.name)") {
        try checkPart(part, tally, on: store)
      }
    }
    change.mark(mark, tally.counts)
  }

  /// A file that has grown must not repeat what was changed by hand since.
  private func checkPart(_ part: FilePart, _ tally: BulkTally, on store: Store) throws {
    let changed = tally.changedLines.among(part.lines)
    // Rows that the earlier run left out are only applied now.
    let job = try store.job(part.change.change)
    guard let first = changed.first, job?.leftOut ?? 0 == 0 else { return }
    let count = part.lines.count
    try refuse(
      "\(count) of its rows \(count == 1 ? "was" : "were") applied by "
        + "\(words(part.change, on: store)), and \(changed.count) of these, e.g. line \(first), would "
        + "change again what was changed since", part.change,
      remedy: "leave such rows out, or use --again to apply them again")
  }

  private func words(_ earlier: AppliedChange, on store: Store) -> String {
    "change \(earlier.change) "
      + "(\(store.settings.zone.day(of: earlier.at)), \(earlier.operatorName))"
  }

  private func refuse(_ words: String, _ earlier: AppliedChange, remedy: String) throws {
    guard context.options.dryRun else {
      throw CommandError(
        .conflict, "\(name): \(words); nothing was changed",
        remedy: "see `ubadmin change show \(earlier.change)`; \(remedy)")
    }
    context.say("note: \(name): \(words); applying them requires --again")
  }
}
