import Accounts
import ArgumentParser
import Reports

/// `operator …`
struct OperatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operator", abstract: "Members of staff and what they may do",
    subcommands: [
      OperationCommand<AddOperator>.self, OperationCommand<SetOperator>.self,
      OperationCommand<RemoveOperator>.self, OperatorList.self, OperatorRoles.self,
    ])
}

/// `operator list`
struct OperatorList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List operators and their roles",
    discussion: HelpText.discussion("", examples: ["operator list", "operator list --role admin"]))

  @Option(help: "only operators of this role") var role: Role?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) -> Report { .operators(role: role) }
}

/// `operator roles`
struct OperatorRoles: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "List the commands with the least role that each needs",
    discussion: HelpText.discussion(
      Role.allCases.map { "\($0.rawValue): \($0.meaning)." }.joined(separator: " "),
      examples: ["operator roles", "operator roles --csv"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let columns: [ReportColumn] = [.text("command"), .text("role", title: "Least role")]
    try session.answer(global, list: "commands", columns) { add in
      for (command, role) in rows { try add([.text(command), .text(role.rawValue)]) }
    }
    return .done
  }

  private var rows: [(String, Role)] {
    LeastRole.commands.flatMap { role, commands in commands.map { ($0, role) } } + [
      ("--reveal", LeastRole.reveal), ("eft show --reveal", LeastRole.revealBankAccount),
    ]
  }
}
