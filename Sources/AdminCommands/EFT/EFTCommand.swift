import Accounts
import ArgumentParser

/// `eft …`
struct EFTCommand: NounCommand {
  static let name = "eft"
  static let abstract = "Automatic payments from bank accounts"
  static let verbs: [Verb] = [
    Verb(EnrollEFT.self),
    Verb(SetEFT.self),
    Verb(ConfirmEFT.self),
    Verb(HoldEFT.self),
    Verb(ReleaseEFT.self),
    Verb(CancelEFT.self),
    Verb(EFTExport.self),
    Verb(EFTReturns.self),
    Verb(EFTShow.self),
    Verb(EFTList.self),
  ]
}
