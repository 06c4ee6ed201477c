import Accounts
import ArgumentParser

/// `account …`
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Accounts and their responsible customers",
    subcommands: [
      OperationCommand<OpenAccount>.self,
      OperationCommand<CloseAccount>.self,
      OperationCommand<MoveAccount>.self,
      OperationCommand<SetAccount>.self,
      AccountShow.self,
      AccountList.self,
    ])
}
