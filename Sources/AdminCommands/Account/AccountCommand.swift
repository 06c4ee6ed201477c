import Accounts
import ArgumentParser

/// `account …`
struct AccountCommand: NounCommand {
  static let name = "account"
  static let abstract = "Accounts and their responsible customers"
  static let verbs: [Verb] = [
    Verb(OpenAccount.self),
    Verb(CloseAccount.self),
    Verb(MoveAccount.self),
    Verb(SetAccount.self),
    Verb(AccountShow.self),
    Verb(AccountList.self),
  ]
}
