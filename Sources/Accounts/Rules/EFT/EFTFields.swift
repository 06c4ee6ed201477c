package import Ledger
package import Values

/// Fields that operations on automatic payments share.
package enum EFTFields {
  package static let account = Field<AccountNumber>.argument(of: Account.account)
  static let bankAccount = Field<BankAccountNumber>.secret(
    "bank-account", "bank account number")
  static let type = Field<BankAccountType>.option("type", "checking or savings")
  static let channel = Field<EFTChannel>.option(
    "channel", "how the customer authorized it: web, phone or paper; default: paper")
  static let draftDay = Field<WholeNumber>.option(
    "draft-day", "day of the month of the drafts, 1 to 28; 0 is each bill's due date")
  static let reason = Field<Remark>.option("reason", required: true, "why")

  static func draftDay(in input: Input) throws(Rejection) -> WholeNumber? {
    guard let day = try input[draftDay] else { return nil }
    guard day.value <= 28 else {
      throw Rejection(
        .outOfRange, field: draftDay.name, found: "\(day.value)",
        expected: "a day from 1 to 28, or 0", remedy: "use a day that every month has")
    }
    return day
  }
}
