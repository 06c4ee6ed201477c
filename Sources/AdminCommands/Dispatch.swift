import Accounts
import ArgumentParser
import Reports

/// Runs a command line and returns its exit status; shell, prompt and scripts all come through here.
package enum Dispatch {
  /// Runs the process's only command. A signal that ended it is raised again, so the parent sees it.
  package static func runProcess(_ words: [String], in session: Session) -> Int32 {
    let status = run(words, in: session)
    SignalInbox.passOnEnd()
    return status.rawValue
  }

  package static func run(_ words: [String], in session: Session) -> ExitStatus {
    run(words, in: session, within: RunningScripts())
  }

  static func run(
    _ words: [String], in session: Session, within scripts: RunningScripts
  ) -> ExitStatus {
    let outer = session.scripts
    session.scripts = scripts
    defer {
      session.scripts = outer
      if session.ownsProcess { StatementStop.watch(nil) }
    }
    session.commandLine = CommandLineRecord.text(GlobalFirst.moved(words))
    session.knownConfiguration = nil
    defer { session.readyFile = nil }
    do {
      // Answered without the parser, because scripts ask for it first.
      if words == ["--version"] { return try print(Version.text, in: session) }
      if let status = try bare(words, in: session) { return status }
      if let topic = HelpTopic.text(words) { return try print(topic, in: session) }
      let words = GlobalFirst.moved(words)
      session.commandName = CommandTree.path(words)
      var command = try Root.direct(words) ?? Root.parseAsRoot(words)
      if let command = command as? any AdminCommand {
        try session.declare(command.files, command.global)
        return try run(command, in: session)
      }
      // A noun without a verb, or a request for help: ArgumentParser throws it.
      try command.run()
      return .done
    } catch {
      return explain(error, of: words, in: session)
    }
  }

  /// A rejection names its field as the command line does.
  private static func run(
    _ command: any AdminCommand, in session: Session
  ) throws -> ExitStatus {
    do {
      return try command.run(in: session)
    } catch let rejection as Rejection {
      throw TypedRejection(rejection, of: command)
    } catch Stop.rejected(let rejection) {
      throw TypedRejection(rejection, of: command)
    }
  }

  /// Without a command: the prompt on a terminal, or a script.
  private static func bare(_ words: [String], in session: Session) throws -> ExitStatus? {
    guard !session.isInteractive, !GlobalFirst.namesCommand(words) else { return nil }
    let options = try GlobalOptions.parse(words)
    return session.terminal.inputIsTerminal && session.terminal.outputIsTerminal
      ? try session.runRepl(options) : try session.runStandardInput(options)
  }

  private static func explain(
    _ error: any Error, of words: [String] = [], in session: Session
  ) -> ExitStatus {
    // What a failed command wrote before it failed must not come out later.
    let code = Root.exitCode(for: error)
    if code == .success {
      session.output.append(help(Root.fullMessage(for: error), words) + "\n")
      return flush(session)
    }
    if code == .validationFailure {
      if let unknown = UnknownCommand.error(GlobalFirst.moved(words)) {
        return explain(unknown, in: session)
      }
      session.say(lines: "ubadmin: " + Root.fullMessage(for: error).replacing("Error: ", with: ""))
      return .usage
    }
    let (status, message, mend) = ExitStatus.explaining(error)
    if let failure = error as? OutputError, failure.isBrokenPipe {
      return failure.name == "the pager" ? .done : status
    }
    if !message.isEmpty { session.say("ubadmin: " + message) }
    if !mend.isEmpty { session.say("  " + mend) }
    return status
  }

  private static func print(_ text: String, in session: Session) throws -> ExitStatus {
    session.output.append(text + "\n")
    try session.output.flush()
    return .done
  }

  /// The parser's help in the order in which people need it; its other messages as they are.
  private static func help(_ message: String, _ words: [String]) -> String {
    let path = words.prefix { !$0.hasPrefix("-") }.drop { $0 == "help" }
    let isLong = words.first == "help" || words.contains("--help")
    return HelpPage(message)?.text(path: Array(path), isLong: isLong) ?? message
  }

  private static func flush(_ session: Session) -> ExitStatus {
    do {
      try session.output.flush()
      return .done
    } catch {
      return explain(error, in: session)
    }
  }
}

/// A command line as the journal keeps it, noun and verb first, wherever the global options stood.
enum CommandLineRecord {
  static func text(_ words: [String]) -> String {
    let line = WordQuoting.line(["ubadmin"] + CommandWords(words).recorded)
    return line.count <= 2000 ? line : line.prefix(1999) + "…"
  }
}

/// Moves global options that were typed before the noun to after the verb.
enum GlobalFirst {
  static func moved(_ words: [String]) -> [String] {
    var rest = words[...]
    var options: [String] = []
    while let word = rest.first, word.hasPrefix("-"), word != "--", !alone.contains(word) {
      options.append(rest.removeFirst())
      if takesValue(word), !rest.isEmpty { options.append(rest.removeFirst()) }
    }
    guard !options.isEmpty, !rest.isEmpty else { return words }
    let path = rest.prefix { !$0.hasPrefix("-") }.prefix(2)
    return path + options + rest.dropFirst(path.count)
  }

  /// False where only global options are given.
  static func namesCommand(_ words: [String]) -> Bool {
    var rest = words[...]
    while let word = rest.first {
      if !word.hasPrefix("-") || alone.contains(word) { return true }
      rest.removeFirst()
      if takesValue(word), !rest.isEmpty { rest.removeFirst() }
    }
    return false
  }

  /// The parser's own options, which may come before any command.
  private static let alone = [
    "-h", "--help", "--help-hidden", "--version", "--generate-completion-script",
    "--experimental-dump-help",
  ]

  private static func takesValue(_ word: String) -> Bool {
    !word.contains("=") && (word == "--reason" || GlobalOption.named(word)?.takesValue == true)
  }
}
