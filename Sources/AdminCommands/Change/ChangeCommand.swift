import Accounts
import ArgumentParser

/// `change …`
struct ChangeCommand: NounCommand {
  static let name = "change"
  static let abstract = "The journal: every change, to see and to undo"
  static let verbs: [any AdminCommand.Type] = [
    ChangeList.self, ChangeShow.self, ChangeUndo.self, ChangeVerify.self,
  ]
}
