import Accounts
import ArgumentParser

/// `change …`
struct ChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "The journal: every change, to see and to undo",
    subcommands: [
      ChangeList.self, ChangeShow.self, ChangeUndo.self, ChangeVerify.self,
    ])
}
