import Accounts
import ArgumentParser

/// `bill …`
struct BillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill", abstract: "Bills and what is open of them",
    subcommands: [
      OperationCommand<AddBill>.self,
      BillShow.self,
      BillList.self,
    ])
}
