/// Fields that operations on accounts share.
enum AccountFields {
  static let account = Field<AccountNumber>.argument("account", "account number")
  static let cid = Field<CustomerID>.option("cid", required: true, "customer ID")
  static let role = Field<ResponsibilityRole>.option(
    "role", "how the customer answers for the account")
  static let reason = Field<Remark>.option("reason", "why")
}
