import Accounts
import ArgumentParser
import Glibc
import Reports

/// `store backup`
struct StoreBackup: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Back up the store to a file, online, and verify it",
    discussion: HelpText.discussion(
      """
      The file appears under its name only when it is complete and verified. To replace an existing \
      file without a question, use --yes.
      """, examples: ["store backup /backup/city-2026-11-23.db"], statuses: .ofWriting))

  @Argument(help: ArgumentHelp("backup file", valueName: "file")) var file: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  var files: CommandFiles {
    var files = CommandFiles()
    files.writes(file, "the backup")
    return files
  }

  func run(in session: Session) throws -> ExitStatus {
    try global.refuseDryRun()
    let store = try session.store(global, .read)
    try session.checkMayMoveStores()
    var overwrites = global.yes
    if !overwrites, access(file, F_OK) == 0 {
      overwrites = try session.confirms("Replace \(file)?", global)
    }
    let report = try session.interruptible {
      try store.backup(to: file, overwrite: overwrites) { _ in try SignalInbox.check() }
    }
    if try session.format(global) != .table {
      try session.answer(
        global,
        page: Page(
          title: file,
          sections: [
            .fields([
              PageField("file", label: "File", .text(file)),
              PageField("bytes", label: "Bytes", .integer(report.bytes)),
              PageField("rows", label: "Rows", .integer(report.rows)),
              PageField("last_change", label: "Last change", .integer(report.lastChange)),
              PageField("last_digest", label: "Last digest", .text(report.lastDigest)),
            ])
          ]))
    }
    if !global.quiet {
      session.say(
        "\(file): \(report.rows) rows, up to change \(report.lastChange), verified; "
          + "digest \(report.lastDigest)")
    }
    if let fault = report.journalFault { session.say(fault.words) }
    return report.journalFault == nil ? .done : .refused
  }
}
