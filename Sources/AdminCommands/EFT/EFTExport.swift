import Accounts
import ArgumentParser
import Reports

/// `eft export`
struct EFTExport: AdminCommand {
  static let help = CommandHelp(
    "export", abstract: "Write a file of prenotes and drafts for the bank (NACHA)",
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
  static let leastRole = OperationCatalogue.rights.leastRole(of: "eft export")

  @Option(
    help: ArgumentHelp("banking day on which the drafts settle", valueName: "date"),
    transform: Words.option)
  var on: CivilDate?
  @Option(help: ArgumentHelp("write this file again", valueName: "number")) var again: Int64?
  @Option(help: ArgumentHelp("why, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    if let again {
      guard on == nil else { throw ValidationError("--again and --on cannot stand together") }
      try context.options.refuseDryRun()
      return try write(context) { change in try BankFile(again: again, in: change) }
    }
    guard let on else { throw ValidationError("--on is missing: the day on which drafts settle") }
    return try write(context) { change in try BankFile(on: on, in: change) }
  }

  /// The file is whole on the disk before the change is committed, and gets its name after it.
  private func write(
    _ context: CommandContext, _ make: (ChangeTransaction) throws -> BankFile
  ) throws -> ExitStatus {
    let reason = try reason.map { try Words.value($0, "reason") as Remark }
    let store = try context.store(.write)
    let made = try store.change(
      by: context.author(reason: reason?.text), isDryRun: context.options.dryRun
    ) { change in
      let file = try make(change)
      guard let text = file.text, !context.options.dryRun else {
        return .commit((file, nil as AtomicFile?))
      }
      let output = try context.newFile(try named(context))
      output.output.append(text)
      try output.finish()
      return .commit((file, output))
    }
    let (file, output) = made.value
    guard let output, let number = made.number else { return try tellUnwritten(file, context) }
    let path = try named(context)
    do {
      try output.commit()
      try answer(file, context, outcome: "applied")
    } catch {
      context.say(
        "change \(number) was made all the same: \(file.effect.message). Write the file with "
          + "`ubadmin eft export --again \(file.number ?? 0) -o FILE`, where FILE can be written")
      throw error
    }
    if !context.options.quiet {
      context.say(file.effect.message + ", written to \(path) (change \(number))")
    }
    for notice in file.notices { context.say("note: " + notice) }
    return .done
  }

  private func named(_ context: CommandContext) throws -> String {
    guard let path = context.options.output, path != "-" else {
      throw CommandError(
        .usage, "found no --output, expected the name of the file for the bank",
        mend: "name it with -o FILE; bank accounts do not go to the screen")
    }
    return path
  }

  private func tellUnwritten(_ file: BankFile, _ context: CommandContext) throws -> ExitStatus {
    let isPlanned = context.options.dryRun && file.text != nil
    try answer(file, context, outcome: isPlanned ? "planned" : "unchanged")
    context.say(
      (context.options.dryRun ? "dry run, nothing was written: " : "") + file.effect.message)
    return isPlanned && context.options.detailedExitcode ? .changesPending : .done
  }

  /// What was done, for programs; the file itself is where --output says.
  private func answer(_ file: BankFile, _ context: CommandContext, outcome: String) throws {
    context.options.output = nil
    guard try context.format != .table else { return }
    try context.answer(page: OutcomePage.of(outcome: outcome, change: nil, effect: file.effect))
  }
}
