import Accounts
import ArgumentParser

/// `read …`
struct ReadCommand: NounCommand {
  static let name = "read"
  static let abstract = "Meter reads"
  static let verbs: [Verb] = [
    Verb(AddRead.self),
    Verb(VoidRead.self),
    Verb(ReadList.self),
  ]
}
