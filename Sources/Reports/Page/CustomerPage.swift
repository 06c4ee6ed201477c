package import Accounts

extension Page {
  /// All about one customer, as of a day.
  package static func customer(_ cid: CustomerID, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    let row = try books.known(Customer.self, cid)
    let accounts = Report.accounts(
      cid: cid.text, asOf: day, isEarlierDay: day < store.today, dialect: store.dialect)
    return Page(
      title: "Customer \(cid)",
      sections: [
        .fields(row.fields),
        .table(try store.table("accounts", title: "Accounts", accounts.only(accountColumns))),
        .table(try balances(of: cid, on: store, asOf: day)),
        .table(try users(of: cid, on: store, asOf: day)),
        try LastChanges.ofCustomer(cid, store.dialect).section(on: store),
      ])
  }

  private static let accountColumns = [
    "account", "address", "unit", "role", "status", "opened-on", "closed-on",
  ]

  /// What the customer owes, including on accounts that others hold now.
  private static func balances(
    of cid: CustomerID, on store: Store, asOf day: CivilDate
  ) throws -> PageTable {
    let ledger = Ledger(asOf: day, .customer(cid), dialect: store.dialect).accounts
    let report = Report(
      "balances",
      columns: [
        Report.Column("account", of: Account.account, "b"),
        Report.Column("balance", "b.balance", .money),
        Report.Column("amount-due", "b.amount_due", .money),
        Report.Column("due", "b.due_on", .date),
        Report.Column("past-due", "b.past_due", .money),
        Report.Column("credit", "b.credit", .money),
      ], from: "\(ledger.sql) b", sourceArguments: ledger.arguments,
      where: [Report.Condition("b.balance <> 0")], orderBy: ["b.account"])
    return try store.table("balances", title: "Balances", report, limit: 100)
  }

  /// Users who see, on a day, the accounts that the customer is responsible for.
  private static func users(
    of cid: CustomerID, on store: Store, asOf day: CivilDate
  ) throws -> PageTable {
    let report = Report(
      "users",
      columns: [
        Report.Column("email", of: User.email, "u", title: "E-mail"),
        Report.Column("name", "u.first_name || ' ' || u.last_name"),
        Report.Column("status", of: User.status, "u"),
        Report.Column("account", of: Link.account, "k"),
        Report.Column("linked-on", of: Link.linkedOn, "k", title: "Linked"),
      ], from: "link k JOIN portal_user u ON u.portal_user = k.portal_user",
      where: [Report.Condition("k.cid = ?", [cid.datum]), .linked(asOf: day)],
      orderBy: ["u.email", "k.link"])
    return try store.table("users", title: "Portal users", report, limit: 10)
  }
}
