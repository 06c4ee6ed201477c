import Accounts
import ArgumentParser
import Glibc
import Reports

/// `store backup`
struct StoreBackup: AdminCommand {
  static let uses: OptionUse = [.data, .questions]
  static let reach: CommandReach = [.store, .files, .checks]
  static let help = CommandHelp(
    "backup", abstract: "Back up the store to a file, online, and verify it",
    discussion: HelpText.discussion(
      """
      The file gets its name only when it is complete and verified. To replace an existing \
      file without confirmation, use --yes.
      """, examples: ["store backup /backup/city-2026-11-23.db"]))
  static let leastRole = Role.admin
  static let standsAlone = true

  @Argument(help: ArgumentHelp("backup file", valueName: "file")) var file: String

  var files: CommandFiles {
    var files = CommandFiles()
    files.writes(file, "the backup")
    return files
  }

  func validate() throws {
    guard file == "-" else { return }
    throw ValidationError(
      "<file>: found -, expected a file: a backup cannot be written to standard output")
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    try context.checkMayMoveStores()
    var overwrites = context.options.yes
    if !overwrites, unsafe access(file, F_OK) == 0 {
      overwrites = try context.confirms("Replace \(file)?")
    }
    var progress = ProgressLine(
      session: context.session, total: 100, isShown: !context.options.quiet)
    let report = try context.session.interruptible {
      defer { progress.clear() }
      return try store.backup(to: file, overwrite: overwrites) { percent in
        try SignalInbox.check()
        progress.update(percent, "", detail: "copied")
      }
    }
    if try context.format != .table {
      try context.answer(
        outcome: Page(
          title: file,
          sections: [
            .fields([
              PageField("file", label: "File", .text(file)),
              PageField("bytes", label: "Bytes", .count(report.bytes)),
              PageField("rows", label: "Rows", .count(report.rows)),
              PageField("last_change", label: "Last change", .integer(report.lastChange)),
              PageField("last_digest", label: "Last digest", .text(report.lastDigest)),
            ])
          ]))
    }
    if !context.options.quiet {
      context.say(
        "\(file): \(report.rows.counted("row")), up to change \(report.lastChange), verified; "
          + "digest \(report.lastDigest)")
    }
    if let fault = report.journalFault { context.say(fault.warning) }
    return report.journalFault == nil ? .done : .refused
  }
}
