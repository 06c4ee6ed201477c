import Accounts
import ArgumentParser

/// `customer …`
struct CustomerCommand: NounCommand {
  static let name = "customer"
  static let abstract = "Customers: the people and organizations that are billed"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<AddCustomer>.self,
    OperationCommand<SetCustomer>.self,
    OperationCommand<MergeCustomer>.self,
    CustomerShow.self,
    CustomerList.self,
  ]
}
