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
      holds bank accounts: it is for its owner alone. If a file is lost, --again writes the same \
      bytes once more; the journal records who asked for it. Needs the settings eft.company-name, \
      eft.company-id and eft.odfi.
      """,
      examples: [
        "eft export --on 2026-11-24 -o drafts.ach", "eft export --again 1 -o drafts.ach",
      ], statuses: .ofWriting))

  @Option(
    help: ArgumentHelp("banking day on which the drafts settle", valueName: "date"),
    transform: Words.option)
  var on: CivilDate?
  @Option(help: ArgumentHelp("write this file again", valueName: "number")) var again: Int64?
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    if let again {
      guard on == nil else { throw ValidationError("--again and --on cannot stand together") }
      try global.refuseDryRun()
      return try write(session) { change in try BankFile(again: again, in: change) }
    }
    guard let on else { throw ValidationError("--on is missing: the day on which drafts settle") }
    return try write(session) { change in try BankFile(on: on, in: change) }
  }

  /// The file is whole on the disk before the change is committed, and gets its name after it.
  private func write(
    _ session: Session, _ make: (ChangeTransaction) throws -> BankFile
  ) throws -> ExitStatus {
    let reason = try reason.map { try Words.value($0, "reason") as Remark }
    let store = try session.store(global, .write)
    let made = try store.change(
      by: session.author(reason: reason?.text), isDryRun: global.dryRun
    ) { change in
      let file = try make(change)
      guard let text = file.text, !global.dryRun else { return .commit((file, nil as AtomicFile?)) }
      let output = try session.newFile(try path())
      output.output.append(text)
      try output.finish()
      return .commit((file, output))
    }
    let (file, output) = made.value
    guard let output, let number = made.number else { return try tellUnwritten(file, session) }
    do {
      try output.commit()
      try answer(file, session, outcome: "applied")
    } catch {
      session.say(
        "change \(number) was made all the same: \(file.effect.message). Write the file with "
          + "`ubadmin eft export --again \(file.number ?? 0) -o FILE`, where FILE can be written")
      throw error
    }
    if !global.quiet {
      session.say(file.effect.message + ", written to \(try path()) (change \(number))")
    }
    return .done
  }

  private func path() throws -> String {
    guard let path = global.output, path != "-" else {
      throw CommandError(
        .usage, "found no --output, expected the name of the file for the bank",
        mend: "name it with -o FILE; bank accounts do not go to the screen")
    }
    return path
  }

  private func tellUnwritten(_ file: BankFile, _ session: Session) throws -> ExitStatus {
    let isPlanned = global.dryRun && file.text != nil
    try answer(file, session, outcome: isPlanned ? "planned" : "unchanged")
    session.say((global.dryRun ? "dry run, nothing was written: " : "") + file.effect.message)
    return isPlanned && global.detailedExitcode ? .changesPending : .done
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
