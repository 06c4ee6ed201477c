package import Accounts

extension Page {
  /// All about one customer, as of a day.
  package static func customer(_ cid: CustomerID, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    let row = try books.known(Customer.self, cid)
    let accounts = Report.accounts(cid: cid.text, asOf: day, dialect: store.dialect)
    return Page(
      title: "Customer \(cid)",
      sections: [
        .fields([
          row.field(Customer.cid, "Customer ID"), row.field(Customer.name, "Name"),
          row.field(Customer.firstName, "First name"), row.field(Customer.lastName, "Last name"),
          row.field(Customer.kind, "Kind"), row.field(Customer.address, "Mailing address"),
          row.field(Customer.address2, "Address 2"), row.field(Customer.city, "City"),
          row.field(Customer.state, "State"), row.field(Customer.postalCode, "Postal code"),
          row.field(Customer.phone, "Phone"), row.field(Customer.email, "E-mail"),
          row.field(Customer.mergedInto, "Merged into"),
        ]),
        .table(try store.table("accounts", title: "Accounts", accounts.only(accountColumns))),
        .table(try users(of: cid, on: store)),
        try LastChanges.ofCustomer(cid).section(on: store),
      ])
  }

  private static let accountColumns = [
    "account", "address", "unit", "role", "status", "opened-on", "closed-on",
  ]

  /// Users who see accounts by what the customer answers for.
  private static func users(of cid: CustomerID, on store: Store) throws -> PageTable {
    let report = Report(
      "users",
      columns: [
        Report.Column("email", of: User.email, "u", title: "E-mail"),
        Report.Column("name", "u.first_name || ' ' || u.last_name"),
        Report.Column("status", "u.status"), Report.Column("account", "k.account"),
        Report.Column("linked-on", "k.linked_on", title: "Linked", .date),
      ], from: "link k JOIN portal_user u ON u.portal_user = k.portal_user",
      where: [Report.Condition("k.cid = ? AND k.removed_on IS NULL", [cid.datum])],
      orderBy: ["u.email", "k.link"])
    return try store.table("users", title: "Portal users", report, limit: 10)
  }
}
