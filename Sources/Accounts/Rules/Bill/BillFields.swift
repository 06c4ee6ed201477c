import Engines
import Ledger
import Values

/// Fields that operations on bills and payments share.
enum BillFields {
  package static let bill = Field<BillNumber>.argument(of: Bill.bill)
  package static let account = Field<AccountNumber>.argument(of: Account.account)

  static func amount(_ field: Field<Money>, in input: Input) throws(Rejection) -> Money {
    let amount = try input.require(field)
    guard amount.units.magnitude <= Money.greatest.units.magnitude else {
      throw Rejection(
        .outOfRange, field: field.name, found: "\(amount)",
        expected: Money.expectedOfFewer, remedy: "check the decimal point")
    }
    return amount
  }
}

extension Row<Bill> {
  /// `bill 8562430`.
  var phrase: String { "bill \(self[Bill.bill])" }
}
