import Accounts
import ArgumentParser
import Reports

/// `operator …`
struct OperatorCommand: NounCommand {
  static let name = "operator"
  static let abstract = "Operators: staff members and their roles"
  static let verbs: [Verb] = [
    Verb(AddOperator.self), Verb(SetOperator.self),
    Verb(RemoveOperator.self), Verb(OperatorList.self), Verb(OperatorRoles.self),
  ]
}

/// `operator list`
struct OperatorList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List operators and their roles",
    discussion: HelpText.discussion("", examples: ["operator list", "operator list --role admin"]))

  @Option(help: "only operators with this role") var role: Role?

  func report(on store: Store, in context: CommandContext) -> Report { .operators(role: role) }
}

/// `operator roles`
struct OperatorRoles: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = []
  static let help = CommandHelp(
    "roles", abstract: "List commands with the minimum role for each",
    discussion: HelpText.discussion(
      Role.allCases.map { "\($0.rawValue): \($0.meaning)." }.joined(separator: " "),
      examples: ["operator roles", "operator roles --csv"]))

  func run(in context: CommandContext) throws -> ExitStatus {
    let columns: [ReportColumn] = [.text("command"), .text("role", title: "Least role")]
    try context.answer(list: "commands", columns) { add in
      for (command, role) in rows { try add([.text(command), .text(role.rawValue)]) }
    }
    return .done
  }

  private var rows: [(String, Role)] {
    let commands = Commands.leaves.flatMap { leaf -> [(String, Role)] in
      [(leaf.name, leaf.command.leastRole)]
        + leaf.command.furtherRoles.map { ($0.line, $0.role) }
    }.sorted { $0.0 < $1.0 }
    return Role.allCases.flatMap { role in commands.filter { $0.1 == role } }
      + [("--reveal", .ofReveal)]
  }
}
