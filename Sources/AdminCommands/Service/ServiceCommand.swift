import Accounts
import ArgumentParser

/// `service …`
struct ServiceCommand: NounCommand {
  static let name = "service"
  static let abstract = "Services on accounts: starts, stops, consumption"
  static let verbs: [Verb] = [
    Verb(StartService.self),
    Verb(StopService.self),
    Verb(TransferService.self),
    Verb(SuspendService.self),
    Verb(ResumeService.self),
    Verb(CancelService.self),
    Verb(SetService.self),
    Verb(ServiceList.self),
  ]
}
