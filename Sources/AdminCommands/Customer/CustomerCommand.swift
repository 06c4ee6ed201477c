import Accounts
import ArgumentParser

/// `customer …`
struct CustomerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customer", abstract: "Customers: the people and organizations that are billed",
    subcommands: [
      OperationCommand<AddCustomer>.self,
      OperationCommand<SetCustomer>.self,
      OperationCommand<MergeCustomer>.self,
      CustomerShow.self,
      CustomerList.self,
    ])
}
