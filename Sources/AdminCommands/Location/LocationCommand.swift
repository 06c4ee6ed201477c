import Accounts
import ArgumentParser

/// `location …`
struct LocationCommand: NounCommand {
  static let name = "location"
  static let abstract = "Service locations: the addresses that are served"
  static let verbs: [Verb] = [
    Verb(AddLocation.self),
    Verb(SetLocation.self),
    Verb(LocationShow.self),
    Verb(LocationList.self),
  ]
}
