import Accounts
import ArgumentParser

/// `location …`
struct LocationCommand: NounCommand {
  static let name = "location"
  static let abstract = "Service locations: the addresses that are served"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<AddLocation>.self,
    OperationCommand<SetLocation>.self,
    LocationShow.self,
    LocationList.self,
  ]
}
