import Accounts
import ArgumentParser

/// `eft …`
struct EFTCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eft", abstract: "Automatic payments from bank accounts",
    subcommands: [
      OperationCommand<EnrollEFT>.self,
      OperationCommand<SetEFT>.self,
      OperationCommand<ConfirmEFT>.self,
      OperationCommand<HoldEFT>.self,
      OperationCommand<ReleaseEFT>.self,
      OperationCommand<CancelEFT>.self,
      EFTExport.self,
      EFTReturns.self,
      EFTShow.self,
      EFTList.self,
    ])
}
