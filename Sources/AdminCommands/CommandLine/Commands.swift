import Accounts
import ArgumentParser

/// A noun with verbs; its type is its page in the tree of all commands.
protocol NounCommand: ParsableCommand {
  static var name: String { get }
  static var abstract: String { get }
  static var verbs: [Verb] { get }
}

/// A verb of a noun. The command's type is created on demand: creating the types
/// of all operations takes longer than running a command.
struct Verb: Sendable {
  let name: String
  private let made: @Sendable () -> any AdminCommand.Type

  init<O: ShownOperation>(_ operation: O.Type) {
    name = O.name.verb
    made = { OperationCommand<O>.self }
  }

  init<C: AdminCommand>(_ command: C.Type) {
    name = C.help.name
    made = { command }
  }

  var command: any AdminCommand.Type { made() }
}

extension NounCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: abstract, subcommands: verbs.map { $0.command.page })
  }
}

/// Every command by noun and verb.
enum Commands {
  /// A first word: a noun or a command without a noun.
  enum Entry: Sendable {
    case noun(any NounCommand.Type)
    case command(any AdminCommand.Type)

    var name: String {
      switch self {
      case .noun(let noun): noun.name
      case .command(let command): command.help.name
      }
    }

    var abstract: String {
      switch self {
      case .noun(let noun): noun.abstract
      case .command(let command): command.help.abstract
      }
    }

    var page: any ParsableCommand.Type {
      switch self {
      case .noun(let noun): noun
      case .command(let command): command.page
      }
    }

    /// The names of its verbs.
    var verbs: [String] {
      guard case .noun(let noun) = self else { return [] }
      return noun.verbs.map(\.name)
    }

    var isShown: Bool {
      if case .command(let command) = self { return command.help.isShown }
      return true
    }
  }

  static let all: [Entry] = [
    .noun(StoreCommand.self), .command(TodayCommand.self), .command(SearchCommand.self),
    .command(HistoryCommand.self), .noun(CustomerCommand.self),
    .noun(LocationCommand.self), .noun(AccountCommand.self), .noun(ServiceCommand.self),
    .noun(ServiceTypeCommand.self), .noun(MeterCommand.self), .noun(ReadCommand.self),
    .noun(BillCommand.self), .noun(PaymentCommand.self), .noun(EFTCommand.self),
    .noun(DeliveryCommand.self), .noun(UserCommand.self), .noun(LinkCommand.self),
    .noun(PortalCommand.self), .noun(MailCommand.self), .command(ExplainCommand.self),
    .noun(OperatorCommand.self), .noun(AnnouncementCommand.self), .noun(RequestCommand.self),
    .noun(NoteCommand.self), .noun(ReportCommand.self), .command(QueryCommand.self),
    .noun(ChangeCommand.self), .noun(JobCommand.self), .noun(PlanCommand.self),
    .command(ImportCommand.self), .noun(SettingCommand.self),
    .noun(ConfigCommand.self), .command(UseCommand.self), .command(BeginCommand.self),
    .command(CommitCommand.self), .command(RollbackCommand.self), .command(LastCommand.self),
    .command(WatchCommand.self), .command(RunCommand.self), .command(ReplCommand.self),
    .command(ManualCommand.self),
  ]

  /// Every command with its noun and verb.
  static var leaves: [(name: String, command: any AdminCommand.Type)] {
    all.flatMap { entry -> [(name: String, command: any AdminCommand.Type)] in
      switch entry {
      case .command(let command): [(entry.name, command)]
      case .noun(let noun): noun.verbs.map { (entry.name + " " + $0.name, $0.command) }
      }
    }
  }

  /// Nil if noun and verb name no command.
  static func leastRole(of path: [String]) -> Role? {
    guard case .command(let command) = (try? NamedCommand(path[...]))?.kind else { return nil }
    return command.leastRole
  }

  static func entry(_ name: String) -> Entry? { all.first { $0.name == name } }
}

/// The command named by the first words of a command line.
struct NamedCommand {
  /// What they identify.
  enum Kind {
    case command(any AdminCommand.Type)
    /// A noun alone.
    case noun(any NounCommand.Type)
    /// No word names a command.
    case nothing
  }

  let kind: Kind
  /// Noun and verb.
  let path: [String]

  /// Throws if there is no such noun or verb.
  init(_ words: ArraySlice<String>) throws {
    guard let noun = words.first, !noun.hasPrefix("-") else {
      (kind, path) = (.nothing, [])
      return
    }
    guard let entry = Commands.entry(noun) else {
      throw UnknownCommand.noun(noun, before: words.dropFirst())
    }
    switch entry {
    case .command(let command): (kind, path) = (.command(command), [noun])
    case .noun(let type):
      guard let verb = words.dropFirst().first else {
        (kind, path) = (.noun(type), [noun])
        return
      }
      guard let command = type.verbs.first(where: { $0.name == verb })?.command else {
        throw UnknownCommand.verb(verb, of: entry)
      }
      (kind, path) = (.command(command), [noun, verb])
    }
  }

  var name: String { path.joined(separator: " ") }

  /// Its page in the tree of all commands.
  var page: any ParsableCommand.Type {
    switch kind {
    case .command(let command): command.page
    case .noun(let noun): noun
    case .nothing: Root.self
    }
  }
}
