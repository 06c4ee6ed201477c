import Accounts
import ArgumentParser

/// `service …`
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Services on accounts: starts, stops, consumption",
    subcommands: [
      OperationCommand<StartService>.self,
      OperationCommand<StopService>.self,
      OperationCommand<TransferService>.self,
      OperationCommand<SuspendService>.self,
      OperationCommand<ResumeService>.self,
      OperationCommand<CancelService>.self,
      ServiceList.self,
    ])
}
