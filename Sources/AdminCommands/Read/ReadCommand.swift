import Accounts
import ArgumentParser

/// `read …`
struct ReadCommand: NounCommand {
  static let name = "read"
  static let abstract = "Meter reads"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<AddRead>.self,
    OperationCommand<VoidRead>.self,
    ReadList.self,
  ]
}
