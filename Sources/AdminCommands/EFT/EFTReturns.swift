import Accounts
import ArgumentParser
import Reports

/// `eft returns`
struct EFTReturns: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "returns", abstract: "Take in the bank's file of returns and corrections (NACHA)",
    discussion: HelpText.discussion(
      """
      A draft that came back is no payment any more. R01 and R09 are presented again, twice at \
      most; any other code stops the account's automatic payments. C01, C02, C03, C05, C06 and C07 \
      correct the bank details. The file's counts, hash and totals must be right. The same file \
      again changes nothing.
      """, examples: ["eft returns --from returns.ach", "eft returns --from returns.ach --dry-run"])
  )

  @Option(help: ArgumentHelp("the bank's file; - is standard input", valueName: "file"))
  var from: String
  @Option(
    help: ArgumentHelp("day of the return; the file's own where absent", valueName: "date"))
  var on: CivilDate?
  @Flag(help: "take in what can be, and leave out the rest (exit status 3)") var keepGoing = false
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(from, "--from")
    return files
  }

  func run(in session: Session) throws -> ExitStatus {
    let file = try returnFile(session)
    let reason = try reason.map { try Words.value($0, "reason") as Remark }
    let store = try session.store(global, .write)
    try session.prepareAnswer(global)
    let change = try store.beginChange(
      session.author(reason: reason?.text), isDryRun: global.dryRun)
    do {
      var (applied, unchanged, rejected) = (0, 0, 0)
      var outcomes: [(ReturnFile.Item, outcome: String, words: String)] = []
      for item in file.items {
        switch try take(item, on: on ?? file.createdOn ?? store.today, in: change) {
        case .success(let done):
          if done.isUnchanged { unchanged += 1 } else { applied += 1 }
          outcomes.append(
            (item, done.isUnchanged ? "unchanged" : "applied", done.effect.message))
          if !global.quiet { session.say("record \(item.record): \(done.effect.message)") }
        case .failure(let rejection):
          rejected += 1
          outcomes.append((item, "rejected", rejection.words))
          session.say("\(from): record \(item.record): \(rejection.words); \(rejection.mend)")
        }
      }
      var number: Int64?
      if rejected > 0, !keepGoing { change.rollback() } else { number = try change.commit() }
      try session.telling(of: number) {
        if try session.format(global) != .table { try answer(outcomes, session) }
      }
      session.say(
        "\(from): \(file.items.count) entries: \(applied) applied, \(unchanged) unchanged, "
          + "\(rejected) rejected"
          + (global.dryRun || (rejected > 0 && !keepGoing) ? "; nothing was changed" : ""))
      if rejected == 0 {
        return global.dryRun && global.detailedExitcode && applied > 0 ? .changesPending : .done
      }
      return keepGoing ? .someRowsFailed : .badData
    } catch {
      change.rollback()
      throw error
    }
  }

  private func answer(
    _ outcomes: [(ReturnFile.Item, outcome: String, words: String)], _ session: Session
  ) throws {
    let columns =
      [ReportColumn("record", title: "Record", kind: .integer)]
      + ["trace", "code", "outcome", "message"].map { ReportColumn.text($0) }
    try session.answer(global, list: "entries", columns) { add in
      for (item, outcome, words) in outcomes {
        try add(
          [.integer(Int64(item.record))]
            + [item.trace, item.code, outcome, words].map { Datum.text($0) })
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

  private func returnFile(_ session: Session) throws -> ReturnFile {
    let input = try BulkInput(path: from, session: session)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try block.withUnsafeMutableBytes { try input.read(into: $0) }
      if count == 0 { break }
      bytes += block.prefix(count)
    }
    do throws(NACHAFault) {
      return try ReturnFile(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandError(
        .badData, "\(from): \(error)", mend: "the file is damaged; ask the bank for it again")
    }
  }
}
