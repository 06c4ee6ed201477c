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
        .fields(row.fields),
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
        Report.Column("status", of: User.status, "u"),
        Report.Column("account", of: Link.account, "k"),
        Report.Column("linked-on", of: Link.linkedOn, "k", title: "Linked"),
      ], from: "link k JOIN portal_user u ON u.portal_user = k.portal_user",
      where: [Report.Condition("k.cid = ? AND k.removed_on IS NULL", [cid.datum])],
      orderBy: ["u.email", "k.link"])
    return try store.table("users", title: "Portal users", report, limit: 10)
  }
}
