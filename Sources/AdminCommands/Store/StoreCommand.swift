import ArgumentParser

/// `store …`
struct StoreCommand: NounCommand {
  static let name = "store"
  static let abstract = "The accounts store: create, back up, check, move"
  static let verbs: [Verb] = [
    Verb(StoreInit.self), Verb(StoreDemo.self), Verb(StoreInfo.self), Verb(StoreMigrate.self),
    Verb(StoreCheck.self),
    Verb(StoreDoctor.self),
    Verb(StoreBackup.self), Verb(StoreRestore.self), Verb(StoreCopyCommand.self),
  ]
}
