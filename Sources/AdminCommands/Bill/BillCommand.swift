import Accounts
import ArgumentParser

/// `bill …`
struct BillCommand: NounCommand {
  static let name = "bill"
  static let abstract = "Bills and their open amounts"
  static let verbs: [Verb] = [
    Verb(AddBill.self),
    Verb(VoidBill.self),
    Verb(BillShow.self),
    Verb(BillList.self),
  ]
}
