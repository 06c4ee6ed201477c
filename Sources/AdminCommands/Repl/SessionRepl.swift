import Accounts
import Reports

/// The prompt and scripts, which run the same commands as the shell on one open store.
extension Session {
  func runRepl(_ options: GlobalOptions) throws -> ExitStatus {
    guard !isInteractive else {
      throw CommandError(.usage, "this is the prompt already")
    }
    let host = try replHost(options)
    isInteractive = true
    let status = AdminCommands.runRepl(
      host: host, historyFile: HistoryFile.standardPath(environment))
    leave()
    SignalInbox.passOnEnd()
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  func runScript(_ path: String, keepGoing: Bool, _ options: GlobalOptions) throws -> ExitStatus {
    try checkMayRead(path)
    let host = try replHost(options, within: try scripts.entering(path))
    let wasInteractive = isInteractive
    isInteractive = true
    if path == "-" { inputIsScript = true }
    let status = AdminCommands.runScript(path: path, host: host, keepGoing: keepGoing)
    if !wasInteractive {
      leave()
      SignalInbox.passOnEnd()
    }
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  /// The lines of standard input, as they come.
  func runStandardInput(_ options: GlobalOptions) throws -> ExitStatus {
    let running = ownsProcess ? try scripts.entering("-") : scripts
    let host = try replHost(options, within: running)
    isInteractive = true
    inputIsScript = true
    defer { leave() }
    let lines = ScriptLines { [readInput] buffer throws(ScriptFault) in
      do throws(ReadFailure) {
        return try readInput(buffer)
      } catch {
        guard case .system(let code) = error else { return 0 }
        throw .unreadable(code: code)
      }
    }
    let status = AdminCommands.runScript(lines, name: "standard input", host: host)
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  private func leave() {
    isInteractive = false
    inputIsScript = false
    openStore = nil
    openLocation = nil
  }

  private func replHost(
    _ options: GlobalOptions, within running: RunningScripts = RunningScripts()
  ) throws -> ReplHost {
    guard !options.dryRun else {
      throw CommandError(
        .usage,
        "--dry-run is an option of each command, not of a script or the prompt; nothing was done",
        mend: "add --dry-run to the commands themselves")
    }
    let location = try storeLocation(options)
    openLocation = location
    return ReplHost(
      prompt: { "ubadmin \(location.shortName)> " },
      execute: { [self] words, line in
        let status = Dispatch.run(words, in: self, within: running.at(line))
        return status.rawValue
      },
      completions: { before, prefix in CommandTree.completions(before, prefix) },
      keeping: LineKeeping.init(_:isSplit:),
      say: { [self] line in say(line) })
  }
}
