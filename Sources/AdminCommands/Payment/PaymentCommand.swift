import Accounts
import ArgumentParser

/// `payment …`
struct PaymentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment", abstract: "Payments and their reversals",
    subcommands: [
      OperationCommand<PostPayment>.self,
      OperationCommand<ReversePayment>.self,
      PaymentList.self,
    ])
}
