import Accounts
import ArgumentParser

/// A command's help. Parsing needs only the name, so the rest is put together when it is shown.
struct CommandHelp: Sendable {
  /// The verb, or the noun of a command without verbs.
  let name: String
  let abstract: String
  /// False for what is not for staff.
  let isShown: Bool
  private let usage: @Sendable () -> String?
  private let discussion: @Sendable () -> String

  init(
    _ name: String, abstract: String, usage: @autoclosure @escaping @Sendable () -> String? = nil,
    discussion: @autoclosure @escaping @Sendable () -> String, isShown: Bool = true
  ) {
    self.name = name
    self.abstract = abstract
    self.usage = usage
    self.discussion = discussion
    self.isShown = isShown
  }

  /// For a page in the tree of all commands.
  func configuration(statuses: [ExitStatus]) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: abstract, usage: usage(),
      discussion: HelpText.discussion(discussion(), statuses: statuses), shouldDisplay: isShown)
  }
}

/// A command as help and manual pages show it, with the global options. Nothing
/// is parsed with it.
struct CommandPage<Command: AdminCommand>: ParsableCommand, CustomReflectable {
  static var configuration: CommandConfiguration {
    Command.help.configuration(statuses: Command.statuses)
  }

  init() {}

  /// In debug builds the parser looks for the keys of what it lists.
  init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: FieldKey.self) }

  /// ArgumentParser finds arguments in a type's mirror. A group of the global options would be checked
  /// many times in debug builds, as `FlatCommand` says.
  var customMirror: Mirror {
    Mirror(self, children: OptionMembers.sections(Command()) + GlobalOptionsPage.members)
  }
}
