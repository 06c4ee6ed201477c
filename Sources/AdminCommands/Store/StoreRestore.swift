import Accounts
import ArgumentParser
import Glibc

/// `store restore`
struct StoreRestore: AdminCommand {
  static let uses: OptionUse = .questions
  static let reach: CommandReach = [.store, .input, .files, .changes]
  static let help = CommandHelp(
    "restore", abstract: "Replace the store with a backup",
    discussion: HelpText.discussion(
      """
      Verifies the backup first. An existing store is replaced only after confirmation, at the \
      terminal or with --yes, and kept under another name, which is printed. Numbers of files that \
      were sent to the bank since the backup are not used again: such files are recorded as withdrawn.
      """, examples: ["store restore /backup/city-2026-11-23.db --store city.db --yes"]))
  static let leastRole = Role.admin
  static let standsAlone = true

  @Argument(help: ArgumentHelp("backup file", valueName: "file")) var file: String

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(file, "the backup")
    files.storeUse = .replaces
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    guard context.session.prompt?.store == nil else {
      throw CommandError(
        .usage, "the store is open at this prompt",
        remedy: "exit the prompt and restore from the shell")
    }
    let location = try context.storeLocation
    try context.authorize(at: location)
    try context.checkMayMoveStores()
    try context.session.checkMayMakeStore(location)
    try context.session.checkMayRead(file)
    try Store.checkBackup(file, wait: context.wait)
    var replaces = context.options.yes
    if case .file(let path) = location, !replaces, unsafe access(path, F_OK) == 0 {
      replaces = try context.confirms(
        "Replace \(path) with the backup? The existing store is kept.")
    }
    var progress = ProgressLine(
      session: context.session, total: 100, isShown: !context.options.quiet)
    let report = try context.session.interruptible {
      defer { progress.clear() }
      return try Store.restore(
        from: file, to: location, by: context.author(reason: nil), replacing: replaces,
        clock: context.session.clock, wait: try context.wait
      ) { percent in
        try SignalInbox.check()
        progress.update(percent, "", detail: "copied")
      }
    }
    if !context.options.quiet {
      context.say("\(location) restored from \(file), up to change \(report.lastChange)")
      if let kept = report.kept { context.say("the previous store is now \(kept)") }
      for words in report.bankWords { context.say("note: " + words) }
      if let fault = report.fault { context.say(fault.warning) }
      if !report.missingSteps.isEmpty {
        context.say("the backup is older than this ubadmin: run `ubadmin store migrate`")
      }
    }
    return report.fault == nil ? .done : .refused
  }
}

extension RestoreReport {
  /// What went to the bank and the restored store does not know.
  fileprivate var bankWords: [String] {
    if let lastBankFile {
      return [
        "the last bank file in it is \(lastBankFile); if later ones were sent, do not reuse their "
          + "numbers: run `ubadmin setting set eft.first-file \(lastBankFile + 2)`, or "
          + "higher, and do the same for eft.first-entry"
      ]
    }
    return lostBankFiles.map {
      "file \($0.number) for the bank, \($0.entries.counted("entry", "entries")) of \($0.total) on \($0.effectiveOn), "
        + "was sent after this backup: its numbers are not used again, but its drafts are not in this "
        + "store, and `eft export` would draft them again until their payments are posted"
    }
  }
}

extension JournalFault {
  /// A warning for whoever relies on the copy.
  var warning: String {
    "but the journal is damaged, in the original too: change \(change), \(what); see `change verify`"
  }
}
