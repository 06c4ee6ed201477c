import Accounts
import ArgumentParser

/// `bill …`
struct BillCommand: NounCommand {
  static let name = "bill"
  static let abstract = "Bills and their open amounts"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<AddBill>.self,
    BillShow.self,
    BillList.self,
  ]
}
