import Accounts
import Glibc
import Reports

/// The prompt and scripts, which run the same commands as the shell on one open store.
extension CommandContext {
  func runRepl() throws -> ExitStatus {
    guard session.prompt == nil else {
      throw CommandError(.usage, "this is the prompt already")
    }
    let location = try promptLocation()
    if options.store == nil { try offerStore(at: location) }
    let host = replHost(location)
    let status = session.at(Prompt(location, inputIsScript: false)) {
      AdminCommands.runRepl(
        host: host,
        historyFile: HistoryFile.standardPath(
          session.environment, store: (location.shortName, location.place)))
    }
    SignalInbox.passOnEnd()
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  func runScript(_ path: String, keepGoing: Bool) throws -> ExitStatus {
    try session.checkMayRead(path)
    let running = try scripts.entering(path)
    let location = try promptLocation()
    let outer = session.prompt
    let prompt = Prompt(
      location, inputIsScript: path == "-" || outer?.inputIsScript == true,
      store: outer?.location == location ? outer?.store : nil)
    let host = replHost(location, within: running)
    let status = session.at(prompt) {
      AdminCommands.runScript(path: path, host: host, keepGoing: keepGoing)
    }
    if outer == nil { SignalInbox.passOnEnd() }
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  /// The lines of standard input, as they come.
  func runStandardInput() throws -> ExitStatus {
    let running = session.ownsProcess ? try scripts.entering("-") : scripts
    let location = try promptLocation()
    let host = replHost(location, within: running)
    let lines = ScriptLines { [readInput = session.readInput] buffer throws(ScriptFault) in
      do throws(ReadFailure) {
        return try readInput(buffer)
      } catch {
        guard case .system(let code) = error else { return 0 }
        throw .unreadable(code: code)
      }
    }
    let status = session.at(Prompt(location, inputIsScript: true)) {
      AdminCommands.runScript(lines, name: "standard input", host: host)
    }
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  private func promptLocation() throws -> StoreLocation {
    guard !options.dryRun else {
      throw CommandError(
        .usage,
        "--dry-run is an option of each command, not of a script or the prompt; nothing was done",
        remedy: "add --dry-run to the commands themselves")
    }
    return try storeLocation
  }

  private func replHost(
    _ location: StoreLocation, within running: RunningScripts = RunningScripts()
  ) -> ReplHost {
    var host = ReplHost(
      prompt: { "ubadmin \(location.shortName)> " },
      execute: { [session] words, line in
        Dispatch.run(words, in: session, within: running.at(line)).rawValue
      },
      completions: { [self] before, prefix in
        Completer(source: StoreSource(self, beforeCursor: before))
          .suggestions(after: before, typed: prefix)
      },
      keeping: LineKeeping.init(_:isSplit:),
      say: { [session] line in session.say(line) })
    host.clearScreen = { PromptLine.write("\u{1b}[H\u{1b}[2J", to: STDOUT_FILENO) }
    return host
  }
}

extension Session {
  /// Runs commands at a prompt; its store is closed when they are done.
  fileprivate func at(_ inner: Prompt, _ commands: () -> Int32) -> Int32 {
    let outer = prompt
    prompt = inner
    defer { prompt = outer }
    return commands()
  }
}

extension StoreLocation {
  /// The same from whatever folder it is named.
  fileprivate var place: String {
    guard case .file(let path) = self, let real = realpath(path, nil) else { return description }
    defer { free(real) }
    return String(cString: real)
  }
}
