import Accounts
import Glibc
import Reports

/// The prompt and scripts, which run the same commands as the shell on one open store.
extension CommandContext {
  func runRepl() throws -> ExitStatus {
    guard session.prompt == nil else {
      throw CommandError(.usage, "you are already at the prompt")
    }
    let location = try promptLocation()
    if options.store == nil { try offerStore(at: location) }
    let host = replHost(location, within: RunningScripts().waiting(options.wait))
    let prompt = Prompt(location, inputIsScript: false, isScript: false)
    let status = session.at(prompt) {
      greet()
      return AdminCommands.runRepl(
        host: host,
        historyFile: HistoryFile.standardPath(
          session.environment, session.caller, store: (location.shortName, location.place)))
    }
    prompt.close(within: nil)
    SignalInbox.passOnEnd()
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  /// Not shown if the lines are a script.
  private func greet() {
    let terminal = session.terminal
    guard terminal.inputIsTerminal, terminal.outputIsTerminal else { return }
    // The first prompt already tells a production store from a test store.
    guard !options.quiet else { return _ = try? store(.read) }
    for line in Greeting(self).lines { session.say(line) }
  }

  func runScript(_ path: String, keepGoing: Bool) throws -> ExitStatus {
    try session.checkMayRead(path)
    let running = try scripts.entering(path).telling(options)
    let location = try promptLocation()
    let outer = session.prompt
    let prompt = Prompt(
      location, inputIsScript: path == "-" || outer?.inputIsScript == true,
      store: outer?.location == location ? outer?.store : nil)
    let host = replHost(location, within: running)
    let status = session.script(prompt, name: path, within: outer?.store?.open) {
      AdminCommands.runScript(path: path, host: host, keepGoing: keepGoing)
    }
    if outer == nil { SignalInbox.passOnEnd() }
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  /// The lines of standard input, as they come.
  func runStandardInput() throws -> ExitStatus {
    let running = (session.ownsProcess ? try scripts.entering("-") : scripts).telling(options)
    let location = try promptLocation()
    let host = replHost(location, within: running)
    let lines = unsafe ScriptLines {
      [readInput = unsafe session.readInput] buffer throws(ScriptFault) in
      do throws(ReadFailure) {
        return try unsafe readInput(buffer)
      } catch {
        guard case .system(let code) = error else { return 0 }
        throw .unreadable(code: code)
      }
    }
    let status = session.script(Prompt(location, inputIsScript: true), name: "standard input") {
      AdminCommands.runScript(lines, name: "standard input", host: host)
    }
    return ExitStatus(rawValue: status) ?? .interrupted
  }

  private static func time(since began: ContinuousClock.Instant) -> String {
    let taken = ContinuousClock.now - began
    let milliseconds = taken / .milliseconds(1)
    return milliseconds < 1000
      ? "\(Int(milliseconds.rounded())) ms"
      : "\((milliseconds / 100).rounded() / 10) s"
  }

  private func promptLocation() throws -> StoreLocation {
    guard !options.dryRun else {
      throw CommandError(
        .usage,
        "--dry-run applies to single commands, not to a script or the prompt; nothing was done",
        remedy: "add --dry-run to the commands themselves")
    }
    return try storeLocation
  }

  private func replHost(
    _ location: StoreLocation, within running: RunningScripts
  ) -> ReplHost {
    var host = ReplHost(
      prompt: { [self] in PromptText(location, session, options).text },
      execute: { [self, session] words, line in
        let began = ContinuousClock.now
        let status = run(words, within: running.at(line))
        if session.prompt?.note(status) == true {
          session.say(
            "the transaction has failed and is rolled back; end it with `rollback`, "
              + "and run all of its commands again")
        }
        if session.prompt?.tellsTime == true {
          session.say("time: \(Self.time(since: began))")
        }
        return status.rawValue
      },
      completions: { [self] before, prefix in
        suggestions(after: session.meant(before), prefix, or: before)
      },
      keeping: { [session] words, isSplit in session.retention(of: words, isSplit: isSplit) },
      say: { [session] line in session.say(line) })
    host.home = home
    host.mayList = { [session] folder in session.caller.mayList(folder) }
    host.tellTime = { [session] isOn in session.prompt?.tellsTime = isOn }
    host.shell = { [self] command in runShell(command) }
    host.piped = { [self] program, body in piped(to: program, body) }
    host.mayLeave = { [session] in session.mayLeave() }
    host.clearScreen = { PromptLine.write("\u{1b}[H\u{1b}[2J", to: STDOUT_FILENO) }
    return host
  }
}

extension Session {
  /// Runs commands at a prompt.
  fileprivate func at(_ inner: Prompt, _ commands: () -> Int32) -> Int32 {
    let outer = (prompt, printed)
    defer { (prompt, printed) = outer }
    // The commands there work on the prompt's store.
    (prompt, printed) = (inner, PrintedOptions())
    return commands()
  }
}

extension CommandContext {
  /// Runs a line: a command, its short form, or words to search for.
  fileprivate func run(_ words: [String], within scripts: RunningScripts) -> ExitStatus {
    let shortcuts = PromptShortcuts(session: session)
    let source = StoreSource(self, beforeCursor: [], mayWait: true)
    let meant = shortcuts.completed(session.meant(words)) { text, account in
      source.records(.service, named: text, of: account).records.map(\.id)
    }
    if meant == words, let search = shortcuts.search(words) {
      let status = Dispatch.run(search, in: session, within: scripts)
      forgetNumbers(search, after: status)
      guard status == .notFound, search.last == "--open" else { return status }
      // The line may be a mistyped command.
    }
    let status =
      session.refusal(ofLackingAccount: meant)
      ?? Dispatch.run(meant, in: session, within: scripts)
    forgetNumbers(meant, after: status)
    if status == .notFound, let paying = shortcuts.withCents(words) {
      session.say("  if the number is the amount, add cents: `\(WordQuoting.line(paying))`")
    }
    return status
  }

  /// After a search that was refused, a number would open what an earlier one has found.
  private func forgetNumbers(_ words: [String], after status: ExitStatus) {
    guard words.first == SearchCommand.help.name, !words.contains("--pick"),
      status != .done, status != .notFound
    else { return }
    session.prompt?.searched = nil
  }
}

extension Session {
  /// A line with the record that `use` has named, where it names none.
  func meant(_ words: [String]) -> [String] {
    let shortcuts = PromptShortcuts(session: self)
    let named = shortcuts.valued(shortcuts.named(words))
    return prompt?.filling(named) ?? named
  }
}

/// A transaction that is still open at the end.
extension Session {
  /// A script that ends inside its own transaction has not done what it was to do.
  /// - Parameter outer: a transaction that the script is part of.
  fileprivate func script(
    _ prompt: Prompt, name: String, within outer: OpenChange? = nil, _ commands: () -> Int32
  ) -> Int32 {
    let status = at(prompt, commands)
    defer { prompt.close(within: self.prompt) }
    guard let open = prompt.endTransaction(of: outer) else { return status }
    say("ubadmin: \(name): ended inside a transaction; \(open.counted) rolled back")
    return status == 0 ? ExitStatus.refused.rawValue : status
  }
}
