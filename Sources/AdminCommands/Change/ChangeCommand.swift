import Accounts
import ArgumentParser

/// `change …`
struct ChangeCommand: NounCommand {
  static let name = "change"
  static let abstract = "The journal: list, show, undo and redo changes"
  static let verbs: [Verb] = [
    Verb(ChangeList.self), Verb(ChangeShow.self), Verb(ChangeUndo.self), Verb(ChangeRedo.self),
    Verb(ChangeVerify.self),
  ]
}
