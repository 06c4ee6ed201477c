import Accounts
import ArgumentParser

/// `payment …`
struct PaymentCommand: NounCommand {
  static let name = "payment"
  static let abstract = "Payments and what they pay"
  static let verbs: [Verb] = [
    Verb(PostPayment.self),
    Verb(MovePayment.self),
    Verb(ReversePayment.self),
    Verb(PaymentList.self),
  ]
}
