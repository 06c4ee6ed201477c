import Accounts
import ArgumentParser
import Reports

/// `eft export`
struct EFTExport: AdminCommand {
  static let uses: OptionUse = [.data, .trial, .questions, .unusual]
  static let reach: CommandReach = [.store, .changes]
  static let help = CommandHelp(
    "export", abstract: "Write a file of prenotes and drafts for the bank (NACHA)",
    discussion: HelpText.discussion(
      """
      Drafts collect the open amounts of bills whose draft day has come. Each draft is posted as a \
      payment on that day, so it is sent only once. New enrollments send a prenote first. The file \
      contains bank account numbers, so only its owner can read it. If there is nothing to send, \
      nothing is changed, no file is written, and the output says why for each enrollment; the exit status is 1 if \
      another file is already at --output, because a script could send it again: move each file away after you send it. If a file is \
      lost, or the command was interrupted, --again writes the same bytes again; the journal records who asked for it. \
      Requires the settings eft.company-name, eft.company-id and eft.odfi.
      """,
      examples: [
        "eft export --on 2026-11-24 -o drafts.ach", "eft export --again 1 -o drafts.ach",
      ]))
  static let leastRole = OperationCatalogue.rights.leastRole(of: "eft export")
  static let standsAlone = true

  @Option(
    help: ArgumentHelp("banking day on which the drafts settle", valueName: "date"),
    transform: TypedValue.option)
  var on: TypedDay?
  @Option(help: ArgumentHelp("number of an earlier file to write again", valueName: "number"))
  var again: Int64?
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    if let again {
      guard on == nil else { throw ValidationError("--again and --on cannot be used together") }
      try context.options.refuseDryRun()
      return try write(context) { change in try BankFile(again: again, in: change) }
    }
    guard let on else { throw ValidationError("--on is missing: the day on which drafts settle") }
    return try write(context) { change in
      try BankFile(
        on: context.day(on, "--on", today: change.books.today) ?? change.books.today, in: change)
    }
  }

  /// What came of a change, with its file, and what is there in its place.
  private struct Made {
    let file: BankFile
    let output: AtomicFile?
    let old: FileAtOutput?
  }

  /// The file is whole on the disk before the change is committed, and gets its name after it.
  private func write(
    _ context: CommandContext, _ make: (ChangeTransaction) throws -> BankFile
  ) throws -> ExitStatus {
    let reason = try reason.map { try TypedValue.value($0, "reason") as Remark }
    let store = try context.store(.write)
    let made = try context.change(store, by: context.author(reason: reason?.text)) {
      change -> ChangeEnd<Made> in
      let file = try make(change)
      guard let text = file.text else {
        let old = try FileAtOutput(context.options.output, before: file, in: change)
        return .discard(Made(file: file, output: nil, old: old))
      }
      guard !context.options.dryRun else { return .commit(Made(file: file, output: nil, old: nil)) }
      let path = try named(context)
      let output = try context.newFile(path)
      let old = try FileAtOutput(path, before: file, in: change)
      output.output.append(text)
      try output.finish()
      if again == nil, let number = file.number { change.mark(ChangeMark(bankFile: number)) }
      return .commit(Made(file: file, output: output, old: old))
    }
    let (file, old) = (made.value.file, made.value.old)
    guard let output = made.value.output, let number = made.number else {
      return try tellUnwritten(file, old, context)
    }
    let path = try named(context)
    do {
      if let old { context.noteReplaced(old, by: file) }
      try output.commit()
      notePlaced(file, change: number, store, context)
      try answer(file, context, outcome: "applied", change: number)
    } catch {
      context.say(
        "change \(number) was made anyway: \(file.effect.message). Write the file with "
          + "`ubadmin eft export --again \(file.number ?? 0) -o FILE`, to a place where FILE can be written"
      )
      throw error
    }
    if !context.options.quiet {
      context.say(file.effect.message + ", written to \(path) (change \(number))")
    }
    context.noteEarlier(file, at: nil)
    context.noteUnplaced(file)
    tellMore(file, context)
    return .done
  }

  /// If that cannot be kept, the next export asks for a file that is there, which does no harm.
  private func notePlaced(
    _ file: BankFile, change number: Int64, _ store: Store, _ context: CommandContext
  ) {
    guard let file = file.number else { return }
    _ = try? context.change(store, by: context.author(reason: nil)) { change -> ChangeEnd<Void> in
      change.mark(ChangeMark(placedBankFile: file), ofEarlier: number)
      return .commit(())
    }
  }

  private func named(_ context: CommandContext) throws -> String {
    guard let path = context.options.output, path != "-" else {
      throw CommandError(
        .usage, "--output is missing: the name of the bank file",
        remedy: "add -o FILE; bank account numbers are not shown on the screen")
    }
    return path
  }

  private func tellUnwritten(
    _ file: BankFile, _ old: FileAtOutput?, _ context: CommandContext
  ) throws -> ExitStatus {
    let isPlanned = file.text != nil
    let path = isPlanned || context.options.output == "-" ? nil : context.options.output
    try answer(file, context, outcome: isPlanned ? "planned" : "unchanged", change: nil)
    context.say(
      (isPlanned ? "dry run, nothing was written: " : "") + file.effect.message
        + (isPlanned ? "" : "; nothing was changed"))
    context.noteEarlier(file, at: path, old: old)
    context.noteUnplaced(file)
    tellMore(file, context)
    if let path, !context.options.dryRun { context.removeLeftFiles(beside: path) }
    try context.refuseOther(old, of: file)
    return isPlanned && context.options.detailedExitcode ? .changesPending : .done
  }

  /// Of whom nothing goes is told one by one where nothing goes at all, or where they are few.
  private func tellMore(_ file: BankFile, _ context: CommandContext) {
    for notice in file.notices { context.say("note: " + notice) }
    guard !context.options.quiet, !file.leftOut.isEmpty else { return }
    guard file.text == nil || file.leftOut.count <= Self.few else {
      context.say("\(file.leftOut.count) other enrollments send nothing; --json lists the reasons")
      return
    }
    for left in file.leftOut { context.say("account \(left.account) sends nothing: \(left.why)") }
  }

  private static let few = 10

  /// What was done, for programs; the file itself is where --output says.
  private func answer(
    _ file: BankFile, _ context: CommandContext, outcome: String, change: Int64?
  ) throws {
    context.options.output = nil
    guard try context.format != .table else { return }
    try context.answer(outcome: .export(file, outcome: outcome, change: change))
  }
}

extension Page {
  /// An export, for programs.
  fileprivate static func export(_ file: BankFile, outcome: String, change: Int64?) -> Page {
    Page(
      title: file.effect.message,
      sections: [
        .fields([
          PageField("outcome", label: "Outcome", .text(outcome)),
          PageField("change", label: "Change", change.map { .integer($0) } ?? .null),
          PageField("key", label: "Key", file.effect.newKey.map { .text($0) } ?? .null),
          PageField("message", label: "Message", .text(file.effect.message)),
          PageField("file", label: "File", file.number.map { .integer($0) } ?? .null),
          PageField("prenotes", label: "Prenotes", .count(file.prenotes)),
          PageField("drafts", label: "Drafts", .count(file.drafts)),
          PageField("total", label: "Total", .money(file.total.units)),
        ]),
        .table(
          PageTable(
            "left_out", title: "Sends nothing",
            columns: ["account", "state", "why"].map { ReportColumn.text($0) },
            rows: file.leftOut.map { left in
              [.text(left.account.text), .text(left.state.rawValue), .text(left.why)]
            })),
      ])
  }
}
