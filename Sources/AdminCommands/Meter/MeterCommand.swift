import Accounts
import ArgumentParser

/// `meter …`
struct MeterCommand: NounCommand {
  static let name = "meter"
  static let abstract = "Meters and their services"
  static let verbs: [Verb] = [
    Verb(AddMeter.self),
    Verb(SetMeter.self),
    Verb(InstallMeter.self),
    Verb(ExchangeMeter.self),
    Verb(RemoveMeter.self),
    Verb(MeterShow.self),
    Verb(MeterList.self),
  ]
}
