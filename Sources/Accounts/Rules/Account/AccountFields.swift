import Ledger
import Values

/// Fields that operations on accounts share.
enum AccountFields {
  package static let account = Field<AccountNumber>.argument(of: Account.account)
  static let cid = Field<CustomerID>.option("cid", required: true, "customer ID")
  static let role = Field<ResponsibilityRole>.option(
    "role", "role of the customer on the account")
  static let reason = Field<Remark>.option("reason", "reason for the change")
}
