import Accounts
import ArgumentParser

/// `bill …`
struct BillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill", abstract: "Bills and their open amounts",
    subcommands: [
      OperationCommand<AddBill>.self,
      BillShow.self,
      BillList.self,
    ])
}
