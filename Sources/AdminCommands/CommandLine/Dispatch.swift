import Accounts
import ArgumentParser
import Reports

/// Runs a command line and returns its exit status; shell, prompt and scripts all come through here.
package enum Dispatch {
  /// Runs the process's only command. A signal that ended it is raised again, so the parent sees it.
  package static func runProcess(_ words: [String], in session: Session) -> Int32 {
    SignalWatch.endOnQuit()
    StoreWait.watch(
      StoreWait(
        asksToStop: { SignalInbox.asksToStop }, tell: { what in StoreWaitLine.tell(what) }))
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
    defer { if session.ownsProcess { StatementCanceler.watch(nil) } }
    session.measureTerminal()
    let outer = (session.printed, session.hidden)
    session.printed = PrintedOptions(store: StorePlace.options(words))
    defer { (session.printed, session.hidden) = outer }
    do {
      var words = words
      session.prompt?.changes = false
      session.prompt?.isAway = false
      // Answered at once, because scripts ask for it first.
      if words == ["--version"] { return try print(Version.text, in: session) }
      if words.first == ShellCompletion.name, session.prompt == nil {
        return try ShellCompletion.run(words, in: session)
      }
      words = try ImportLine.expanding(words, in: session)
      session.hidden = HiddenNumbers(typed: words)
      switch try invocation(&words, in: session, within: scripts) {
      case .text(let text): return try print(text, in: session)
      case .open(let options):
        let context = CommandContext(
          session, name: ReplCommand.help.name, words: words,
          options: options, scripts: scripts)
        StoreWaitLine.follow(options, in: session)
        return try open(context)
      case .run(let command, let name, let options):
        let context = CommandContext(
          session, name: name, words: words, options: options,
          scripts: scripts, leastRole: type(of: command).leastRole,
          showsOwnData: type(of: command).showsOwnData)
        StoreWaitLine.follow(context.options, in: session)
        session.printed.store = context.placeOptions(of: command)
        session.prompt?.changes = !type(of: command).uses.onlyShows && !command.takesPast
        try context.refuseInTransaction(command)
        try context.refusePast(command)
        try context.refuseProvenance(command)
        try context.refuseUnused(by: type(of: command).uses)
        defer { context.comeBack() }
        try context.declare(command.files)
        do {
          let status = try context.holdingNotes(where: type(of: command).uses.onlyShows) {
            try run(command, in: context)
          }
          if status == .done { session.prompt?.remember(words, of: command) }
          return status
        } catch let error as OutputError where error.isBrokenPipe {
          // Anyone who leaves the pager has seen the answer anyway.
          session.prompt?.remember(words, of: command)
          throw error
        }
      }
    } catch {
      return explain(error, asJSON: TypedLine(words).asksForJSON, in: session)
    }
  }

  /// What the words ask for, with the key of a record that is asked for at a terminal.
  private static func invocation(
    _ words: inout [String], in session: Session, within scripts: RunningScripts
  ) throws -> Invocation {
    let columns = session.terminal.columns ?? HelpLines.usual
    do {
      return try Invocation(words, columns: columns)
    } catch {
      guard let asked = try KeyQuestion.filled(words, in: session, within: scripts) else {
        throw error
      }
      words = asked
      return try Invocation(words, columns: columns)
    }
  }

  /// A rejection names its field as the command line does.
  private static func run(
    _ command: any AdminCommand, in context: CommandContext
  ) throws -> ExitStatus {
    do {
      return try command.run(in: context)
    } catch let rejection as Rejection {
      throw TypedRejection(rejection, of: command)
    } catch RuleError.rejected(let rejection) {
      throw TypedRejection(rejection, of: command)
    } catch let error as ValidationError {
      throw CommandError(.usage, error.message, remedy: "see `ubadmin \(context.name) --help`")
    }
  }

  /// Without a command: the prompt on a terminal, or a script.
  private static func open(_ context: CommandContext) throws -> ExitStatus {
    let session = context.session
    let terminal = session.terminal
    let isPrompt = terminal.inputIsTerminal && terminal.outputIsTerminal
    try context.refuseUnused(by: isPrompt ? ReplCommand.uses : RunCommand.uses)
    guard session.prompt == nil else {
      throw CommandError(
        .usage, "a command is missing", remedy: "`help` lists the commands")
    }
    return isPrompt ? try context.runRepl() : try context.runStandardInput()
  }

  private static func explain(
    _ error: any Error, asJSON: Bool, in session: Session
  ) -> ExitStatus {
    let (status, message, remedy) = ExitStatus.explaining(error)
    if let failure = error as? OutputError, failure.isBrokenPipe {
      guard failure.name == Pager.name else { return status }
      guard SignalInbox.asksToStop else { return .done }
      return explain(CommandError.interrupted, asJSON: asJSON, in: session)
    }
    if let fault = error as? PromptFault, fault == .interrupted {
      session.prompt?.hasLeftQuestion = true
    }
    let others = (error as? TypedRejection)?.others ?? []
    if asJSON {
      if let record = record(of: error, status, message, remedy) { session.say(record) }
    } else {
      if !message.isEmpty { session.say("ubadmin: " + message) }
      if !remedy.isEmpty { session.say("  " + remedy) }
    }
    for other in others { _ = explain(other, asJSON: asJSON, in: session) }
    return status
  }

  private static func record(
    of error: any Error, _ status: ExitStatus, _ message: String, _ remedy: String
  ) -> Page? {
    switch error {
    case let error as TypedRejection:
      MessageRecord.error(
        error.rejection, message: message, typed: error.name, status: status)
    case let error as Rejection:
      MessageRecord.error(error, message: message, status: status)
    default:
      message.isEmpty
        ? nil : MessageRecord.error(message, hint: remedy, status: status)
    }
  }

  private static func print(_ text: String, in session: Session) throws -> ExitStatus {
    session.output.append(text + "\n")
    try session.output.flush()
    return .done
  }
}

/// A command line as the journal keeps it, noun and verb first, wherever the global options stood.
enum CommandLineRecord {
  static func text(_ words: [String]) -> String {
    let line = WordQuoting.line(["ubadmin"] + CommandWords(words).recorded)
    return line.count <= 2000 ? line : line.prefix(1999) + "…"
  }
}
