import ArgumentParser

/// `store …`
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "The accounts store: create, back up, check, move",
    subcommands: [
      StoreInit.self, StoreDemo.self, StoreInfo.self, StoreMigrate.self, StoreCheck.self,
      StoreDoctor.self,
      StoreBackup.self, StoreRestore.self, StoreCopyCommand.self,
    ])
}
