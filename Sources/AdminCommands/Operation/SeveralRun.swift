import Accounts
import Reports

/// One operation on several records, in one change.
struct SeveralRun<O: Operation> {
  let session: Session
  /// The first words of each record.
  let rows: [[[UInt8]]]
  /// The words that all records share.
  let words: [[UInt8]?]
  let global: GlobalOptions

  func run(on store: Store, author: Author) throws -> ExitStatus {
    var operations: [any Operation] = []
    for row in rows {
      var words = words
      for (index, word) in row.enumerated() { words[index] = word }
      operations.append(try OperationReader(O.self, constants: words).operation())
    }
    try session.prepareAnswer(global)
    let performed: [Performed]
    let number: Int64?
    do {
      (performed, number) = try store.change(by: author, isDryRun: global.dryRun) { change in
        .commit(try operations.map { operation in try change.perform(operation) })
      }
    } catch Stop.rejected(let rejection) {
      throw rejection
    }
    return try session.telling(of: number) { try report(performed, number) }
  }

  private func status(_ performed: [Performed]) -> ExitStatus {
    let isPending = global.dryRun && global.detailedExitcode
    return isPending && performed.contains { !$0.isUnchanged } ? .changesPending : .done
  }

  private func report(_ performed: [Performed], _ number: Int64?) throws -> ExitStatus {
    if global.dryRun {
      let plan = try PlanOutput(session: session, options: global)
      for (line, one) in performed.enumerated() {
        try plan.add(PlannedRow(line: line + 1, performed: one))
      }
      try plan.finish()
    } else if try session.format(global) != .table {
      let applied = performed.count { !$0.isUnchanged }
      try session.answer(
        global,
        page: OutcomePage.of(
          outcome: applied == 0 ? "unchanged" : "applied", change: number,
          effect: Effect("\(applied) applied, \(performed.count - applied) unchanged")))
    }
    guard !global.quiet else { return status(performed) }
    let lead = global.dryRun ? "dry run, nothing was changed: " : ""
    for one in performed {
      for notice in one.effect.notices { session.say("note: " + notice) }
      session.say(lead + one.effect.message)
    }
    if let number { session.say("change \(number)") }
    if performed.isEmpty { session.say("no records: nothing was changed") }
    return status(performed)
  }
}
