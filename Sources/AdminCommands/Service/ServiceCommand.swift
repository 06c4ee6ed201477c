import Accounts
import ArgumentParser

/// `service …`
struct ServiceCommand: NounCommand {
  static let name = "service"
  static let abstract = "Services on accounts: starts, stops, consumption"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<StartService>.self,
    OperationCommand<StopService>.self,
    OperationCommand<TransferService>.self,
    OperationCommand<SuspendService>.self,
    OperationCommand<ResumeService>.self,
    OperationCommand<CancelService>.self,
    ServiceList.self,
  ]
}
