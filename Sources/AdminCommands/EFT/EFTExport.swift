import Accounts
import ArgumentParser
import Reports

/// `eft export`
struct EFTExport: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a file of prenotes and drafts for the bank (NACHA)",
    discussion: HelpText.discussion(
      """
      Drafts are what is open of the bills whose draft day has come; each is posted as a payment of \
      that day, so that it goes out once. Prenotes go first for what was enrolled anew. The file \
      holds bank accounts: it is for its owner alone. A file that got lost is written again with \
      --again. Needs the settings eft.company-name, eft.company-id and eft.odfi.
      """,
      examples: [
        "eft export --on 2026-11-24 -o drafts.ach", "eft export --again 1 -o drafts.ach",
      ]))

  @Option(help: ArgumentHelp("banking day on which the drafts settle", valueName: "date"))
  var on: CivilDate?
  @Option(help: ArgumentHelp("write this file again", valueName: "number")) var again: Int64?
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    if let again {
      guard on == nil else { throw ValidationError("--again and --on cannot stand together") }
      let store = try session.store(global, .write)
      return try finish(try BankFile(again: again, in: store.books()), session) {}
    }
    guard let on else { throw ValidationError("--on is missing: the day on which drafts settle") }
    let reason = try reason.map { try Words.value($0, "reason") as Remark }
    let store = try session.store(global, .write)
    let change = try store.beginChange(
      session.author(reason: reason?.text), isDryRun: global.dryRun)
    do {
      let file = try BankFile(on: on, in: change)
      return try finish(file, session) { try change.commit() }
    } catch {
      change.rollback()
      throw error
    }
  }

  /// The file is whole on the disk before the change is committed, and gets its name after it.
  private func finish(
    _ file: BankFile, _ session: Session, commit: () throws -> Void
  ) throws -> ExitStatus {
    guard let text = file.text, !global.dryRun else {
      try commit()
      try answer(
        file, session, outcome: global.dryRun && file.text != nil ? "planned" : "unchanged")
      session.say((global.dryRun ? "dry run, nothing was written: " : "") + file.effect.message)
      return global.dryRun && global.detailedExitcode && file.text != nil ? .changesPending : .done
    }
    guard let path = global.output, path != "-" else {
      throw CommandError(
        .usage, "found no --output, expected the name of the file for the bank",
        mend: "name it with -o FILE; bank accounts do not go to the screen")
    }
    let whole = try session.newFile(path)
    whole.output.append(text)
    try whole.finish()
    try commit()
    try whole.commit()
    try answer(file, session, outcome: "applied")
    if !global.quiet { session.say(file.effect.message + ", written to \(path)") }
    return .done
  }

  /// What was done, for programs; the file itself is where --output says.
  private func answer(_ file: BankFile, _ session: Session, outcome: String) throws {
    var options = global
    options.output = nil
    guard try session.format(options) != .table else { return }
    try session.answer(
      options, page: OutcomePage.of(outcome: outcome, change: nil, effect: file.effect))
  }
}
