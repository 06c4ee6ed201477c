import Accounts
import ArgumentParser

/// `delivery …`
struct DeliveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery", abstract: "Bill delivery",
    subcommands: [
      OperationCommand<SetDelivery>.self,
      DeliveryShow.self,
      DeliveryList.self,
      OperationCommand<RecordBounce>.self,
    ])
}
