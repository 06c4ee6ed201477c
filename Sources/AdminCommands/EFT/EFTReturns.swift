import Accounts
import ArgumentParser
import Reports

/// `eft returns`
struct EFTReturns: AdminCommand {
  static let help = CommandHelp(
    "returns", abstract: "Take in the bank's file of returns and corrections (NACHA)",
    discussion: HelpText.discussion(
      """
      A draft that came back is no payment any more. R01 and R09 are presented again, twice at \
      most; any other code stops the account's automatic payments. C01, C02, C03, C05, C06 and C07 \
      correct the bank details. The file's counts, hash and totals must be right. The same file \
      again changes nothing.
      """,
      examples: ["eft returns --from returns.ach", "eft returns --from returns.ach --dry-run"],
      statuses: .ofWriting)
  )
  static let leastRole = OperationCatalogue.rights.leastRole(of: "eft returns")

  @Option(help: ArgumentHelp("the bank's file; - is standard input", valueName: "file"))
  var from: String
  @Option(
    help: ArgumentHelp("day of the return; the file's own where absent", valueName: "date"),
    transform: Words.option)
  var on: CivilDate?
  @Flag(help: "take in what can be, and leave out the rest (exit status 3)") var keepGoing = false
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(from, "--from")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let file = try returnFile(context)
    let reason = try reason.map { try Words.value($0, "reason") as Remark }
    let store = try context.store(.write)
    try context.prepareAnswer()
    let made = try store.change(
      by: context.author(reason: reason?.text), isDryRun: context.options.dryRun
    ) { change in
      let taken = try file.items.map { item in
        Taken(item, try take(item, on: on ?? file.createdOn ?? store.today, in: change))
      }
      let isRefused = !keepGoing && taken.contains { $0.outcome == .rejected }
      return isRefused ? .discard(taken) : .commit(taken)
    }
    return try context.telling(of: made.number) { try report(made.value, context) }
  }

  /// An entry of the bank's file, and what became of it.
  private struct Taken {
    enum Outcome: String {
      case applied, unchanged, rejected
    }

    let item: ReturnFile.Item
    let outcome: Outcome
    let words: String
    let mend: String?

    init(_ item: ReturnFile.Item, _ result: Result<Performed, Rejection>) {
      self.item = item
      switch result {
      case .success(let done):
        outcome = done.isUnchanged ? .unchanged : .applied
        (words, mend) = (done.effect.message, nil)
      case .failure(let rejection):
        outcome = .rejected
        (words, mend) = (rejection.words, rejection.mend)
      }
    }
  }

  private func report(_ entries: [Taken], _ context: CommandContext) throws -> ExitStatus {
    for entry in entries {
      if let mend = entry.mend {
        context.say("\(from): record \(entry.item.record): \(entry.words); \(mend)")
      } else if !context.options.quiet {
        context.say("record \(entry.item.record): \(entry.words)")
      }
    }
    if try context.format != .table { try answer(entries, context) }
    func count(_ outcome: Taken.Outcome) -> Int { entries.count { $0.outcome == outcome } }
    let (applied, rejected) = (count(.applied), count(.rejected))
    context.say(
      "\(from): \(entries.count) entries: \(applied) applied, \(count(.unchanged)) unchanged, "
        + "\(rejected) rejected"
        + (context.options.dryRun || (rejected > 0 && !keepGoing) ? "; nothing was changed" : ""))
    if rejected == 0 {
      return context.options.dryRun && context.options.detailedExitcode && applied > 0
        ? .changesPending : .done
    }
    return keepGoing ? .someRowsFailed : .badData
  }

  private func answer(_ entries: [Taken], _ context: CommandContext) throws {
    let columns =
      [ReportColumn("record", title: "Record", kind: .integer)]
      + ["trace", "code", "outcome", "message"].map { ReportColumn.text($0) }
    try context.answer(list: "entries", columns) { add in
      for entry in entries {
        let item = entry.item
        try add(
          [.integer(Int64(item.record))]
            + [item.trace, item.code, entry.outcome.rawValue, entry.words].map { Datum.text($0) })
      }
    }
  }

  private func take(
    _ item: ReturnFile.Item, on day: CivilDate, in change: ChangeTransaction
  ) throws -> Result<Performed, Rejection> {
    do {
      return .success(try change.perform(RecordReturn(item, on: day)))
    } catch {
      guard case .rejected(let rejection) = error else { throw error }
      return .failure(rejection)
    }
  }

  private func returnFile(_ context: CommandContext) throws -> ReturnFile {
    let input = try BulkInput(path: from, context: context)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try block.withUnsafeMutableBytes { try input.read(into: $0) }
      if count == 0 { break }
      bytes += block.prefix(count)
    }
    if let foreign = ForeignFile(bytes), !bytes.starts(with: "101 ".utf8) {
      throw CommandError(
        .badData, "\(from): found \(foreign.found), expected the bank's file of returns (NACHA)",
        mend: "name the file as the bank has sent it")
    }
    let text = BankText.records(bytes)
    guard !BankText.isDraftFile(text) else {
      throw CommandError(
        .badData, "\(from): found drafts for the bank, expected returns from the bank",
        mend: "this is a file as `eft export` writes it; name the one that the bank has sent back")
    }
    do throws(NACHAFault) {
      return try ReturnFile(text)
    } catch {
      throw CommandError(
        .badData, "\(from): \(error)", mend: "the file is damaged; ask the bank for it again")
    }
  }
}
