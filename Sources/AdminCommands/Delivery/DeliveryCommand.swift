import Accounts
import ArgumentParser

/// `delivery …`
struct DeliveryCommand: NounCommand {
  static let name = "delivery"
  static let abstract = "Bill delivery"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<SetDelivery>.self,
    DeliveryShow.self,
    DeliveryList.self,
    OperationCommand<RecordBounce>.self,
  ]
}
