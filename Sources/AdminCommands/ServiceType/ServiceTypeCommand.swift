import Accounts
import ArgumentParser

/// `service-type …`
struct ServiceTypeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service-type", abstract: "Service types: the services that the city offers",
    subcommands: [
      OperationCommand<AddServiceType>.self,
      OperationCommand<SetServiceType>.self,
      ServiceTypeList.self,
    ])
}
