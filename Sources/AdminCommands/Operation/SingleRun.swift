import Accounts
import Reports

/// One operation from a command line.
struct SingleRun<O: Operation> {
  /// With `dryRun` where there is a `planOut`.
  let context: CommandContext
  let words: [[UInt8]?]
  let planOut: String?

  func run(author: Author) throws -> ExitStatus {
    try context.prepareAnswer()
    let performed: Performed
    let number: Int64?
    do {
      (performed, number) = try performAsking(author: author)
    } catch RuleError.rejected(let rejection) {
      return try refuse(rejection)
    } catch let rejection as Rejection {
      return try refuse(rejection)
    }
    return try report(performed, change: number, author)
  }

  private func perform(author: Author) throws -> (Performed, Int64?) {
    let reader = OperationReader(O.self, constants: words, secrets: context.session.secrets)
    // Bad words are told although no store can be opened.
    let operation: any Operation
    do throws(Rejection) {
      if let both = ClearList.contradiction(in: words, of: O.fields) { throw both }
      operation = try reader.operation()
    } catch {
      guard let store = try? context.store(.write) else { throw error }
      throw try all(error, reader, on: store)
    }
    let store = try context.store(.write)
    let unlikely = reader.unlikelyDays(by: context.window(on: store))
    if let first = unlikely.first {
      throw try all(first.with(Array(unlikely.dropFirst())), nil, on: store)
    }
    if O.isSlow { store.rehearse(operation) }
    do {
      return try context.change(store, by: author) { change in
        .commit(try change.perform(operation))
      }
    } catch RuleError.rejected(let rejection) {
      throw try all(rejection, nil, on: store)
    }
  }

  /// With what else is wrong with the same words.
  private func all(
    _ rejection: Rejection, _ reader: OperationReader?, on store: Store
  ) throws -> Rejection {
    let unlikely = reader?.unlikelyDays(by: context.window(on: store)) ?? []
    let books = store.books()
    books.acceptsUnusual = context.options.acceptsUnusual
    let further = FurtherFaults(O.self, secrets: context.session.secrets)
    let all = try further.all(rejection.with(unlikely), of: words, in: books)
    let typed = words.map { String(decoding: $0 ?? [], as: UTF8.self) }
    let line = TypedLine(context.typed)
    if let kind = further.kindOfNote(words, on: store),
      let meant = line.inserting(kind.rawValue, before: typed[0])
    {
      return all.meaning(meant, which: O.fields.map(\.name))
    }
    guard let (first, second) = try further.swapped(words, in: books),
      let meant = line.swapping(typed[first], typed[second])
    else { return all }
    return all.meaning(meant, which: [first, second].map { O.fields[$0].name })
  }

  /// At a terminal, asks whether an unusual value is correct.
  private func performAsking(author: Author) throws -> (Performed, Int64?) {
    do {
      return try perform(author: author)
    } catch {
      guard let odd = Self.unusual(error), try context.confirms("\(odd). Is that correct?") else {
        throw error
      }
      context.options.accept = .unusual
      return try perform(author: author)
    }
  }

  /// What is odd, where nothing else is wrong.
  private static func unusual(_ error: any Error) -> String? {
    let rejection: Rejection? =
      if case .rejected(let rejection)? = error as? RuleError { rejection } else {
        error as? Rejection
      }
    guard let all = rejection?.all, all.allSatisfy({ $0.code == .unusual }) else { return nil }
    return all.map { "\($0.field ?? "it"): \($0.found)" }.joined(separator: "; ")
  }

  private func report(
    _ performed: Performed, change: Int64?, _ author: Author
  ) throws -> ExitStatus {
    let effect = performed.effect
    if !context.options.quiet { for notice in effect.notices { context.say("note: " + notice) } }
    if context.options.dryRun, planOut == nil { return try show(performed) }
    if let refusal = effect.refusal { return try refuse(refusal) }
    if let planOut { return try plan(performed, to: planOut, author) }
    if effect.isAlike { return try tell(performed, change: nil) }
    return try context.telling(of: change) { try tell(performed, change: change) }
  }

  private func tell(_ performed: Performed, change: Int64?) throws -> ExitStatus {
    let effect = performed.effect
    if try context.format == .table {
      try context.answer(lines: effect.newKey.map { [$0] } ?? [])
      if !context.options.quiet {
        context.say(effect.message + (change.map { " (change \($0))" } ?? ""))
      }
    } else {
      try context.answer(
        outcome: OutcomePage.of(
          outcome: effect.isAlike ? "accepted" : performed.isUnchanged ? "unchanged" : "applied",
          change: change, effect: effect))
    }
    return .done
  }

  private func plan(
    _ performed: Performed, to path: String, _ author: Author
  ) throws -> ExitStatus {
    let file = try PlanFile(
      path, of: O.self, author: author, repeats: .note, context: context)
    try file.add(PlannedRow(line: nil, performed: performed, words: words))
    try file.finish()
    if !context.options.quiet {
      context.say(performed.effect.trialMessage("planned"))
      context.say(PlanFile.hint(path))
    }
    return context.options.detailedExitcode && !performed.isUnchanged ? .changesPending : .done
  }

  private func show(_ performed: Performed) throws -> ExitStatus {
    let plan = try context.shownPlan(on: try context.store(.read, recordsReveal: false))
    try plan.add(PlannedRow(line: nil, performed: performed))
    try plan.finish()
    if !context.options.quiet { context.say(performed.effect.trialMessage()) }
    return context.options.detailedExitcode && !performed.isUnchanged ? .changesPending : .done
  }

  private func refuse(_ rejection: Rejection) throws -> ExitStatus {
    if try context.format != .table {
      try context.answer(outcome: OutcomePage.of(rejection))
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

  private static func others(of rejection: Rejection) -> [Page.Section] {
    guard !rejection.others.isEmpty else { return [] }
    return [
      .table(
        RejectedFields.table(
          "others", title: "Others", rejection.others.map { (nil, $0) }))
    ]
  }

  static func of(_ rejection: Rejection) -> Page {
    Page(
      title: "rejected",
      sections: [
        .fields(
          [
            PageField("outcome", label: "Outcome", .text("rejected")),
            PageField("code", label: "Code", .text(rejection.code.rawValue)),
          ] + RejectedFields.of(rejection) + [
            PageField("hint", label: "Hint", RejectedFields.hint(rejection)).runnable(.quoted)
          ])
      ] + others(of: rejection))
  }
}
