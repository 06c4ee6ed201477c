import Accounts
import ArgumentParser

/// `payment …`
struct PaymentCommand: NounCommand {
  static let name = "payment"
  static let abstract = "Payments and their reversals"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<PostPayment>.self,
    OperationCommand<ReversePayment>.self,
    PaymentList.self,
  ]
}
