import Accounts
import ArgumentParser

/// A command of the program. Its own words alone are parsed; what every command takes is in the
/// context.
protocol AdminCommand: ParsableCommand {
  static var help: CommandHelp { get }
  /// Who may run it.
  static var leastRole: Role { get }
  /// Those of its lines that need a higher role, by what they begin with.
  static var furtherRoles: [(line: String, role: Role)] { get }
  /// What it shows is the citizen's own, and nothing of it is masked.
  static var showsOwnData: Bool { get }
  /// It makes separate changes, or needs the committed store: it is refused between
  /// `begin` and `commit`.
  static var standsAlone: Bool { get }
  /// It can show the store as it was: it takes `--at`.
  static var looksBack: Bool { get }
  /// Whether this line of it does; of a command that also changes records, not every line.
  var takesPast: Bool { get }
  /// At a terminal it asks for the record that its first word names, where the line names none.
  static var asksForKey: Bool { get }
  /// What it does with the options of every line.
  static var uses: OptionUse { get }
  /// What it works with, from which the exit statuses of its help follow.
  static var reach: CommandReach { get }
  /// Options that may be given more than once, as they are typed.
  static var repeatable: Set<Substring> { get }
  /// The files that the command's own words name; none is opened that is not among them.
  var files: CommandFiles { get }
  func run(in context: CommandContext) throws -> ExitStatus
}

extension AdminCommand {
  /// For what only shows; what does more says whom it needs.
  static var leastRole: Role { .viewer }
  static var furtherRoles: [(line: String, role: Role)] { [] }
  static var showsOwnData: Bool { false }
  static var standsAlone: Bool { false }
  static var looksBack: Bool { false }
  static var asksForKey: Bool { false }
  static var reach: CommandReach { .store }
  static var repeatable: Set<Substring> { [] }

  /// For parsing alone, which needs no text and never meets a request for help. Without a super
  /// command the parser would first try two commands of its own, for completion scripts.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: help.name, _superCommandName: "ubadmin", usage: "", helpNames: [])
  }

  /// Its page in the tree of all commands.
  static var page: any ParsableCommand.Type { CommandPage<Self>.self }

  var takesPast: Bool { Self.looksBack }
  var files: CommandFiles { CommandFiles() }
}
