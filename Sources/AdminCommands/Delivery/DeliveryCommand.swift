import Accounts
import ArgumentParser

/// `delivery …`
struct DeliveryCommand: NounCommand {
  static let name = "delivery"
  static let abstract = "Bill delivery"
  static let verbs: [Verb] = [
    Verb(SetDelivery.self),
    Verb(DeliveryShow.self),
    Verb(DeliveryList.self),
    Verb(RecordBounce.self),
  ]
}
