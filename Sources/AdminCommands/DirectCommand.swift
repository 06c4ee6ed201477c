import ArgumentParser

/// A command parsed on its own. Building the tree of all commands takes longer than most commands
/// take to run, and the first words name the command anyway.
///
/// Used only where parsing succeeds: help and errors come from the whole tree.
struct DirectCommand<Command: AdminCommand>: ParsableCommand {
  // Without a super command the parser tries two commands of its own first, for completion scripts.
  static var configuration: CommandConfiguration {
    CommandConfiguration(_superCommandName: "ubadmin")
  }

  @OptionGroup var command: Command

  static func parsed(_ words: ArraySlice<String>) -> Command? {
    (try? parseAsRoot(Array(words)) as? DirectCommand)?.command
  }
}

extension Root {
  /// Whether the parser accepts the words, as a command or as a request for help.
  static func accepts(_ words: [String]) -> Bool {
    if direct(words) != nil { return true }
    do {
      _ = try parseAsRoot(words)
      return true
    } catch {
      return exitCode(for: error) == .success
    }
  }

  /// The command of the words, if there is no doubt.
  static func direct(_ words: [String]) -> (any AdminCommand)? {
    if let command = OneWord.command(words) { return command }
    var type: any ParsableCommand.Type = Root.self
    var rest = words[...]
    while true {
      let subcommands = type.configuration.subcommands
      guard !subcommands.isEmpty else { break }
      guard let word = rest.popFirst(),
        let next = subcommands.first(where: { $0.configuration.commandName == word })
      else { return nil }
      type = next
    }
    guard let leaf = type as? any AdminCommand.Type else { return nil }
    return parsed(leaf, rest)
  }

  private static func parsed<C: AdminCommand>(
    _: C.Type, _ words: ArraySlice<String>
  ) -> (any AdminCommand)? {
    // In debug builds the parser checks every declaration at each use, several times over for each
    // group within a group: the wrapper would make that most of the time that the tests take.
    #if DEBUG
      (try? C.parseAsRoot(Array(words))) as? C
    #else
      DirectCommand<C>.parsed(words)
    #endif
  }
}
