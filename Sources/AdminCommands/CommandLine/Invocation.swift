import Accounts
import ArgumentParser

/// What a command line asks for.
enum Invocation {
  /// Help or the version, to be printed.
  case text(String)
  /// No command: the prompt, or the script on standard input.
  case open(GlobalOptions)
  /// - Parameter name: noun and verb.
  case run(any AdminCommand, name: String, GlobalOptions)

  /// The one way from words to a command. What is wrong with them is thrown as a `CommandError`.
  /// - Parameter columns: of the terminal that shows help.
  init(_ words: [String], columns: Int = HelpLines.usual) throws {
    let lines = HelpLines(width: columns)
    let line = TypedLine(words)
    let own = line.own
    let leading = TypedLine.leading(own)
    let named = own[leading...]
    if line.request == .version {
      self = .text(line.asksForJSON ? Version.json : Version.text)
      return
    }
    if named.first == "help" {
      let topic = HelpTopic.text(own, lines)
      // The prompt's own words have no page.
      let subject = named.dropFirst().drop { ["help", "exit", "quit"].contains($0) }
      do {
        let beside = subject.count == 1 ? subject.first.flatMap(Article.beside)?.help(lines) : nil
        self = .text(
          try topic
            ?? [Self.help(on: NamedCommand(subject), .longHelp, lines), beside].compactMap(\.self)
            .joined(separator: "\n\n"))
      } catch {
        // No command is called so; some may do it.
        guard let found = HelpSearch.text(Array(subject), lines) else {
          throw HelpTopic.fault(of: Array(subject)) ?? error
        }
        self = .text(found)
      }
      return
    }
    if let request = line.request {
      self = .text(Self.help(on: try NamedCommand(named), request, lines))
      return
    }
    let command = try NamedCommand(named)
    switch command.kind {
    case .noun: self = .text(Self.help(on: command, .help, lines))
    case .nothing:
      if let word = own.first {
        throw CommandError(
          .usage, "found \(word), expected a command", remedy: "`ubadmin help` lists the commands")
      }
      self = .open(try line.options())
    case .command(let type):
      let options = try line.options()
      try ArgumentChecks.refuseBlank(words, of: type)
      let rest = own[..<leading] + named.dropFirst(command.path.count)
      self = .run(
        try type.parsed(Array(rest), name: command.name), name: command.name, options)
    }
  }

  /// Whether the words are a command or ask for help.
  static func accepts(_ words: [String]) -> Bool {
    switch try? Invocation(words) {
    case .text, .run: true
    case .open, nil: false
    }
  }

  private static func help(
    on command: NamedCommand, _ request: TypedLine.Request, _ lines: HelpLines
  ) -> String {
    let message = Root.helpMessage(
      for: command.page, includeHidden: request == .hiddenHelp, columns: lines.width)
    var uses: OptionUse = []
    if case .command(let type) = command.kind { uses = type.uses }
    return HelpPage(message)?.text(
      path: command.path, uses: uses, isLong: request == .longHelp, lines) ?? message
  }
}

extension AdminCommand {
  /// - Parameter words: those that follow noun and verb, without the global options.
  fileprivate static func parsed(_ words: [String], name: String) throws -> Self {
    let words = ArgumentChecks.joiningAmounts(ArgumentChecks.keepingTexts(words))
    try ArgumentChecks.refuseRepeated(words, of: Self.self)
    do {
      // To no word at all the parser would answer with the whole help.
      let flat = try FlatCommand<Self>.parseAsRoot(words.isEmpty ? ["--"] : words)
      guard let command = (flat as? FlatCommand<Self>)?.command else {
        throw StoreError(.defect, "\(name) was parsed as another command")
      }
      return command
    } catch let error as StoreError {
      throw error
    } catch {
      // An experiment of the parser's, which it lists nowhere and counts as a success.
      guard FlatCommand<Self>.exitCode(for: error) != .success else {
        throw CommandError(
          .usage, "there is no option --experimental-dump-help",
          remedy: "see `ubadmin \(name) --help`")
      }
      let fault = ParserFault(FlatCommand<Self>.fullMessage(for: error), of: self, name: name)
      throw fault.unknownOption(in: words) ?? fault.error
    }
  }
}
