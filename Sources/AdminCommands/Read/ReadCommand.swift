import Accounts
import ArgumentParser

/// `read …`
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Meter reads",
    subcommands: [
      OperationCommand<AddRead>.self,
      OperationCommand<VoidRead>.self,
      ReadList.self,
    ])
}
