import Accounts
import ArgumentParser

/// `payment …`
struct PaymentCommand: NounCommand {
  static let name = "payment"
  static let abstract = "Payments and their reversals"
  static let verbs: [Verb] = [
    Verb(PostPayment.self),
    Verb(ReversePayment.self),
    Verb(PaymentList.self),
  ]
}
