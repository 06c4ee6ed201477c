import Accounts
import ArgumentParser
import Glibc

/// `store restore`
struct StoreRestore: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Replace the store with a backup",
    discussion: HelpText.discussion(
      """
      Verifies the backup first. An existing store is replaced only after confirmation, at the \
      terminal or with --yes, and kept under another name, which is printed.
      """, examples: ["store restore /backup/city-2026-11-23.db --store city.db --yes"],
      statuses: .ofWriting))

  @Argument(help: ArgumentHelp("backup file", valueName: "file")) var file: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(file, "the backup")
    files.storeUse = .replaces
    return files
  }

  func run(in session: Session) throws -> ExitStatus {
    try global.refuseDryRun()
    guard session.openStore == nil else {
      throw CommandError(
        .usage, "the store is open at this prompt",
        mend: "quit the prompt and restore from the shell")
    }
    let location = try session.storeLocation(global)
    try session.authorize(at: location)
    try session.checkMayMoveStores()
    try session.checkMayMakeStore(location)
    try session.checkMayRead(file)
    var replaces = global.yes
    if case .file(let path) = location, !replaces, access(path, F_OK) == 0 {
      replaces = try session.confirms(
        "Replace \(path) with the backup? The existing store is kept.", global)
    }
    let report = try session.interruptible {
      try Store.restore(
        from: file, to: location, replacing: replaces, clock: session.clock,
        wait: try session.wait(global)
      ) { _ in try SignalInbox.check() }
    }
    if !global.quiet {
      session.say("\(location) restored from \(file), up to change \(report.lastChange)")
      if let kept = report.kept { session.say("the previous store is now \(kept)") }
      if let fault = report.fault { session.say(fault.words) }
      if !report.missingSteps.isEmpty {
        session.say("the backup is older than this ubadmin: run `ubadmin store migrate`")
      }
    }
    return report.fault == nil ? .done : .refused
  }
}

extension JournalFault {
  /// A warning for whoever relies on the copy.
  var words: String {
    "but the journal is broken, in the original too: change \(change), \(what); see `change verify`"
  }
}
