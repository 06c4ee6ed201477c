import Accounts
import ArgumentParser
import Reports

/// `eft returns`
struct EFTReturns: AdminCommand {
  static let uses: OptionUse = [.list, .trial, .questions, .unusual]
  static let reach: CommandReach = [.store, .input, .changes, .parts]
  static let help = CommandHelp(
    "returns", abstract: "Import the bank's file of returns and corrections (NACHA)",
    discussion: HelpText.discussion(
      """
      A returned draft no longer counts as a payment. What happens next depends on the code:

      - R01, R09: the draft is presented again, at most twice.
      - R05, R07, R10, R14, R15, R29: the account's automatic payments end, because they are no longer \
      authorized.
      - R61 to R70 (dishonored return): the return does not count, and the draft counts as paid again.
      - R71 to R77 (contested): the return counts.
      - Other R codes: automatic payments stop until new bank details are entered.
      - C01, C02, C03, C05, C06, C07: the bank details are corrected, and old and new are shown.
      - Other C codes, and late returns: they are listed with what to do by hand.

      An entry is applied if its trace number, amount, company, bank, bank account and its type match \
      what was sent, and the individual ID, if it has one, is the account's. An entry that differs is reported and not applied, and the exit status is 3. Entries of \
      other companies are counted and skipped. With --strict, either one rejects the whole file.

      Line endings, missing trailing blanks and several files in one do not matter; counts, hash and totals \
      must be correct. Importing the same file again changes nothing.
      """,
      examples: [
        "eft returns --from returns.ach", "eft returns --from returns.ach --dry-run",
        "eft returns --from returns.ach --strict",
      ])
  )
  static let leastRole = OperationCatalogue.rights.leastRole(of: "eft returns")
  static let standsAlone = true

  @Option(help: ArgumentHelp("the bank's file; - is standard input", valueName: "file"))
  var from: String
  @Option(
    help: ArgumentHelp("day of the return; default: the file's date", valueName: "date"),
    transform: TypedValue.option)
  var on: TypedDay?
  @Flag(help: "change nothing if an entry does not match or belongs to another company")
  var strict =
    false
  /// What scripts of earlier versions say; it has become the default.
  @Flag(help: .hidden) var keepGoing = false
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(from, "--from")
    return files
  }

  func validate() throws {
    if strict, keepGoing {
      throw ValidationError("--strict and --keep-going cannot be used together")
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.selection("entries", Self.columns)
    let file = try returnFile(context)
    let reason = try reason.map { try TypedValue.value($0, "reason") as Remark }
    let store = try context.store(.write)
    try context.prepareAnswer()
    let day = context.day(on, "--on", on: store)
    let made = try context.change(store, by: context.author(reason: reason?.text)) { change in
      let taken =
        try file.items.map { try take($0, on: day, in: change) }
        + file.skipped.map(ProcessedEntry.init)
      let sorted = taken.sorted { $0.record < $1.record }
      return isRefused(sorted) ? .discard(sorted) : .commit(sorted)
    }
    return try context.telling(of: made.number) { try report(made.value, context) }
  }

  private func isRefused(_ entries: [ProcessedEntry]) -> Bool {
    strict && entries.contains { $0.outcome == .rejected || $0.outcome == .skipped }
  }

  private func report(_ entries: [ProcessedEntry], _ context: CommandContext) throws -> ExitStatus {
    for entry in entries {
      if let remedy = entry.remedy {
        context.say("\(from): record \(entry.record): \(entry.phrase); \(remedy)")
      } else if !context.options.quiet || entry.outcome == .byHand {
        context.say("record \(entry.record): \(entry.phrase)")
      }
    }
    if try context.format != .table { try answer(entries, context) }
    func count(_ outcome: ProcessedEntry.Outcome) -> Int { entries.count { $0.outcome == outcome } }
    let (applied, rejected) = (count(.applied) + count(.byHand), count(.rejected))
    let isRefused = isRefused(entries)
    context.say(
      "\(from): \(entries.count.counted("entry", "entries")): \(applied) applied, \(count(.unchanged)) unchanged, "
        + "\(rejected) left, \(count(.skipped)) skipped"
        + (count(.byHand) > 0 ? "; \(count(.byHand)) to do by hand" : "")
        + (context.options.dryRun || isRefused ? "; nothing was changed" : ""))
    if isRefused { return .badData }
    if rejected > 0 { return .someRowsFailed }
    return context.options.dryRun && context.options.detailedExitcode && applied > 0
      ? .changesPending : .done
  }

  private static let columns =
    [ReportColumn("record", title: "Record", kind: .integer)]
    + ["trace", "code", "outcome", "message"].map { ReportColumn.text($0) }

  private func answer(_ entries: [ProcessedEntry], _ context: CommandContext) throws {
    try context.answer(list: "entries", Self.columns) { add in
      for entry in entries {
        try add(
          [.integer(Int64(entry.record))]
            + [entry.trace, entry.code, entry.outcome.rawValue, entry.phrase].map { Datum.text($0) }
        )
      }
    }
  }

  private func take(
    _ item: ReturnFile.Item, on day: CivilDate?, in change: ChangeTransaction
  ) throws -> ProcessedEntry {
    guard try change.books.isOurs(item) else { return ProcessedEntry(foreign: item) }
    do {
      return ProcessedEntry(item, try change.perform(RecordReturn(item, on: day ?? item.createdOn)))
    } catch {
      guard case .rejected(let rejection) = error else { throw error }
      return ProcessedEntry(item, rejection)
    }
  }

  private func returnFile(_ context: CommandContext) throws -> ReturnFile {
    let input = try BulkInput(path: from, context: context)
    let bytes = try input.allBytes()
    if let error = WrongReturnsFile.error(of: bytes, named: from) { throw error }
    do throws(NACHAFault) {
      return try ReturnFile(bytes)
    } catch {
      throw CommandError(
        .badData, "\(from): \(error)", remedy: "the file is damaged; ask the bank for it again")
    }
  }
}
