import Accounts
import ArgumentParser

/// `meter …`
struct MeterCommand: NounCommand {
  static let name = "meter"
  static let abstract = "Meters and their services"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<AddMeter>.self,
    OperationCommand<ExchangeMeter>.self,
    OperationCommand<RemoveMeter>.self,
    MeterShow.self,
    MeterList.self,
  ]
}
