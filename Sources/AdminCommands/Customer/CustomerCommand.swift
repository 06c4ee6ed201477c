import Accounts
import ArgumentParser

/// `customer …`
struct CustomerCommand: NounCommand {
  static let name = "customer"
  static let abstract = "Customers: the people and organizations that are billed"
  static let verbs: [Verb] = [
    Verb(AddCustomer.self),
    Verb(SetCustomer.self),
    Verb(MergeCustomer.self),
    Verb(CustomerShow.self),
    Verb(CustomerList.self),
  ]
}
