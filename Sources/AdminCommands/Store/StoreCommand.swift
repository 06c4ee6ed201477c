import ArgumentParser

/// `store …`
struct StoreCommand: NounCommand {
  static let name = "store"
  static let abstract = "The accounts store: create, back up, check, move"
  static let verbs: [any AdminCommand.Type] = [
    StoreInit.self, StoreDemo.self, StoreInfo.self, StoreMigrate.self, StoreCheck.self,
    StoreDoctor.self,
    StoreBackup.self, StoreRestore.self, StoreCopyCommand.self,
  ]
}
