import Accounts
import ArgumentParser

/// `location …`
struct LocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "location", abstract: "Service locations: the addresses that are served",
    subcommands: [
      OperationCommand<AddLocation>.self,
      OperationCommand<SetLocation>.self,
      LocationShow.self,
      LocationList.self,
    ])
}
