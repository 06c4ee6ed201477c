import Accounts
import ArgumentParser

/// `eft …`
struct EFTCommand: NounCommand {
  static let name = "eft"
  static let abstract = "Automatic payments from bank accounts"
  static let verbs: [any AdminCommand.Type] = [
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
  ]
}
