import Accounts
import ArgumentParser

/// `service-type …`
struct ServiceTypeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service-type", abstract: "What the city sells",
    subcommands: [
      OperationCommand<AddServiceType>.self,
      OperationCommand<SetServiceType>.self,
      ServiceTypeList.self,
    ])
}
