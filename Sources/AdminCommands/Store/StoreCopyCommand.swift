import Accounts
import ArgumentParser
import Reports

/// `store copy`
struct StoreCopyCommand: AdminCommand {
  static let uses: OptionUse = .data
  static let reach: CommandReach = [.store, .files, .changes]
  static let help = CommandHelp(
    "copy",
    abstract: "Copy a whole store to another engine or location, and verify it",
    discussion: HelpText.discussion(
      """
      Copies every row and the whole journal, from a file to a server or back. Each table is read \
      back from the copy and compared before the copy is kept. TO must be new, or empty as `store \
      init` makes it. If a copy is interrupted, run the same command again; it removes what the interrupted one left. FROM \
      does not change. Changes made to it during the copy are not copied, so have others stop \
      writing first, and point them to TO afterwards.
      """,
      examples: [
        "store copy city.db postgresql://ubadmin@db.example/city",
        "store copy service=city /backup/city-2026-11-23.db",
      ]))
  static let leastRole = Role.admin
  static let standsAlone = true

  @Argument(help: ArgumentHelp("the existing store", valueName: "from")) var from: String
  @Argument(help: ArgumentHelp("location of the copy", valueName: "to")) var to: String

  var files: CommandFiles {
    var files = CommandFiles()
    // What is wrong with an address is said when the command runs.
    if case .file(let path)? = try? StoreLocation(from) { files.reads(path, "the store") }
    if case .file(let path)? = try? StoreLocation(to) { files.writes(path, "its copy") }
    files.storeUse = .none
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let target = try StoreLocation(to)
    guard try StoreLocation(from) != target else {
      throw CommandError(.usage, "found \(to) twice, expected two different stores")
    }
    let store = try context.store(.read, named: from)
    try context.checkMayMoveStores()
    let made = try context.agreedFolders(for: target, isNamed: true)
    let report = try copy(store, to: target, context)
    if let made { context.say(made) }
    if try context.format != .table {
      try context.answer(outcome: page(report, from: store.location, to: target))
    }
    if !context.options.quiet {
      context.say(
        "\(target): \(report.tables) tables, \(report.rows.counted("row")), up to change "
          + "\(report.lastChange), verified; digest \(report.lastDigest)")
    }
    if let advice = report.advice { context.say(lines: advice) }
    if let fault = report.journalFault { context.say(fault.warning) }
    return report.journalFault == nil ? .done : .refused
  }

  private func copy(_ store: Store, to target: StoreLocation, _ context: CommandContext) throws
    -> CopyReport
  {
    let total = try store.info().tables.reduce(0) { $0 + Int($1.rows) }
    var progress = ProgressLine(
      session: context.session, total: total, isShown: !context.options.quiet)
    defer { progress.clear() }
    // At the end of a table a server checks its references, which takes it a while.
    let interrupt = store.interrupt
    if context.session.ownsProcess {
      store.worksWith = { other in
        StatementCanceler.watch {
          interrupt()
          other()
        }
      }
    }
    defer { if context.session.ownsProcess { StatementCanceler.watch(interrupt) } }
    return try context.session.interruptible {
      try store.copy(to: target, wait: try context.wait) { step in
        try SignalInbox.check()
        progress.update(step.done, "rows", detail: step.table)
      }
    }
  }

  private func page(_ report: CopyReport, from: StoreLocation, to: StoreLocation) -> Page {
    Page(
      title: "\(to)",
      sections: [
        .fields([
          PageField("from", label: "From", .text("\(from)")),
          PageField("to", label: "To", .text("\(to)")),
          PageField("tables", label: "Tables", .count(Int64(report.tables))),
          PageField("rows", label: "Rows", .count(report.rows)),
          PageField("last_change", label: "Last change", .integer(report.lastChange)),
          PageField("last_digest", label: "Last digest", .text(report.lastDigest)),
        ])
      ])
  }
}
