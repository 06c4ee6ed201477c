import Accounts
import ArgumentParser

/// `account …`
struct AccountCommand: NounCommand {
  static let name = "account"
  static let abstract = "Accounts and their responsible customers"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<OpenAccount>.self,
    OperationCommand<CloseAccount>.self,
    OperationCommand<MoveAccount>.self,
    OperationCommand<SetAccount>.self,
    AccountShow.self,
    AccountList.self,
  ]
}
