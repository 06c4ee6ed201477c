import Accounts
import ArgumentParser

/// `meter …`
struct MeterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meter", abstract: "Meters and their services",
    subcommands: [
      OperationCommand<AddMeter>.self,
      OperationCommand<ExchangeMeter>.self,
      OperationCommand<RemoveMeter>.self,
      MeterShow.self,
      MeterList.self,
    ])
}
