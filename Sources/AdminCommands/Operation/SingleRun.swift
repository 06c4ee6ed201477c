import Accounts
import Reports

/// One operation from a command line.
struct SingleRun<O: Operation> {
  let session: Session
  let words: [[UInt8]?]
  /// With `dryRun` where there is a `planOut`.
  let global: GlobalOptions
  let planOut: String?

  func run(author: Author) throws -> ExitStatus {
    try session.prepareAnswer(global)
    let performed: Performed
    let number: Int64?
    do {
      (performed, number) = try perform(author: author)
    } catch Stop.rejected(let rejection) {
      return try refuse(rejection)
    } catch let rejection as Rejection {
      return try refuse(rejection)
    }
    return try report(performed, change: number, author)
  }

  private func perform(author: Author) throws -> (Performed, Int64?) {
    let operation = try OperationReader(O.self, constants: words).operation()
    let store = try session.store(global, .write)
    if O.isSlow { store.rehearse(operation) }
    return try store.change(by: author, isDryRun: global.dryRun) { change in
      .commit(try change.perform(operation))
    }
  }

  private func report(
    _ performed: Performed, change: Int64?, _ author: Author
  ) throws -> ExitStatus {
    let effect = performed.effect
    if !global.quiet { for notice in effect.notices { session.say("note: " + notice) } }
    if global.dryRun, planOut == nil { return try show(performed) }
    if let refusal = effect.refusal { return try refuse(refusal) }
    if let planOut { return try plan(performed, to: planOut, author) }
    if effect.isAlike { return try tell(performed, change: nil) }
    return try session.telling(of: change) { try tell(performed, change: change) }
  }

  private func tell(_ performed: Performed, change: Int64?) throws -> ExitStatus {
    let effect = performed.effect
    if try session.format(global) == .table {
      try session.answer(global, lines: effect.newKey.map { [$0] } ?? [])
      if !global.quiet {
        session.say(effect.message + (change.map { " (change \($0))" } ?? ""))
      }
    } else {
      try session.answer(
        global,
        page: OutcomePage.of(
          outcome: effect.isAlike ? "accepted" : performed.isUnchanged ? "unchanged" : "applied",
          change: change, effect: effect))
    }
    return .done
  }

  private func plan(
    _ performed: Performed, to path: String, _ author: Author
  ) throws -> ExitStatus {
    let file = try PlanFile(path, of: O.self, author: author, session: session)
    try file.add(PlannedRow(line: nil, performed: performed, words: words))
    try file.finish()
    if !global.quiet {
      session.say("planned, nothing was changed: \(performed.effect.message)")
      session.say(PlanFile.hint(path))
    }
    return global.detailedExitcode && !performed.isUnchanged ? .changesPending : .done
  }

  private func show(_ performed: Performed) throws -> ExitStatus {
    let plan = try PlanOutput(session: session, options: global)
    try plan.add(PlannedRow(line: nil, performed: performed))
    try plan.finish()
    if !global.quiet { session.say("dry run, nothing was changed: \(performed.effect.message)") }
    return global.detailedExitcode && !performed.isUnchanged ? .changesPending : .done
  }

  private func refuse(_ rejection: Rejection) throws -> ExitStatus {
    if try session.format(global) != .table {
      try session.answer(global, page: OutcomePage.of(rejection))
    }
    throw rejection
  }
}

/// The result of one operation, for programs.
enum OutcomePage {
  static func of(outcome: String, change: Int64?, effect: Effect) -> Page {
    Page(
      title: effect.message,
      sections: [
        .fields([
          PageField("outcome", label: "Outcome", .text(outcome)),
          PageField("change", label: "Change", change.map { .integer($0) } ?? .null),
          PageField("key", label: "Key", effect.newKey.map { .text($0) } ?? .null),
          PageField("message", label: "Message", .text(effect.message)),
        ])
      ])
  }

  static func of(_ rejection: Rejection) -> Page {
    Page(
      title: "rejected",
      sections: [
        .fields([
          PageField("outcome", label: "Outcome", .text("rejected")),
          PageField("code", label: "Code", .text(rejection.code.rawValue)),
          PageField("field", label: "Field", rejection.field.map { .text($0) } ?? .null),
          PageField("found", label: "Found", .text(rejection.found)),
          PageField("expected", label: "Expected", .text(rejection.expected)),
          PageField("mend", label: "Mend", .text(rejection.mend)),
        ])
      ])
  }
}
