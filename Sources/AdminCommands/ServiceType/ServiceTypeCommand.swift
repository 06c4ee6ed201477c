import Accounts
import ArgumentParser

/// `service-type …`
struct ServiceTypeCommand: NounCommand {
  static let name = "service-type"
  static let abstract = "Service types: the services that the city offers"
  static let verbs: [Verb] = [
    Verb(AddServiceType.self),
    Verb(SetServiceType.self),
    Verb(ServiceTypeList.self),
  ]
}
