import Accounts
import Reports

/// One operation on several records, in one change.
struct SeveralRun<O: Operation> {
  let context: CommandContext
  /// The first words of each record.
  let rows: [[[UInt8]]]
  /// The words that all records share.
  let words: [[UInt8]?]

  func run(on store: Store, author: Author) throws -> ExitStatus {
    var operations: [any Operation] = []
    for row in rows {
      var words = words
      for (index, word) in row.enumerated() { words[index] = word }
      operations.append(
        try OperationReader(
          O.self, constants: words, window: context.window(on: store),
          secrets: context.session.secrets
        ).operation())
    }
    try context.prepareAnswer()
    let performed: [Performed]
    let number: Int64?
    do {
      (performed, number) = try context.change(store, by: author) { change in
        .commit(try operations.map { operation in try change.perform(operation) })
      }
    } catch RuleError.rejected(let rejection) {
      throw rejection
    }
    return try context.telling(of: number) { try report(performed, number, on: store) }
  }

  private func status(_ performed: [Performed]) -> ExitStatus {
    let isPending = context.options.dryRun && context.options.detailedExitcode
    return isPending && performed.contains { !$0.isUnchanged } ? .changesPending : .done
  }

  private func report(
    _ performed: [Performed], _ number: Int64?, on store: Store
  ) throws -> ExitStatus {
    if context.options.dryRun {
      let plan = try context.shownPlan(on: store)
      for (line, one) in performed.enumerated() {
        try plan.add(
          PlannedRow(line: performed.count > 1 ? line + 1 : nil, performed: one))
      }
      try plan.finish()
    } else if try context.format != .table {
      let applied = performed.count { !$0.isUnchanged }
      try context.answer(
        outcome: OutcomePage.of(
          outcome: applied == 0 ? "unchanged" : "applied", change: number,
          effect: Effect("\(applied) applied, \(performed.count - applied) unchanged")))
    }
    guard !context.options.quiet else { return status(performed) }
    for one in performed {
      for notice in one.effect.notices { context.say("note: " + notice) }
      context.say(one.effect)
    }
    if let number { context.say("change \(number)") }
    if performed.isEmpty { context.say("no records: nothing was changed") }
    return status(performed)
  }
}
