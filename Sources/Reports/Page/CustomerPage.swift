package import Accounts

extension Page {
  /// All about one customer, as of a day: with what a caller asks first, so that nobody needs the accounts' pages for it.
  package static func customer(_ cid: CustomerID, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    let row = try books.known(Customer.self, cid)
    let accounts = Report.accounts(
      cid: cid.text, hasFormer: true, asOf: day, isEarlierDay: day < store.today,
      dialect: store.dialect)
    return Page(
      title: "Customer \(cid)",
      sections: [
        .fields(row.fields),
        .table(try store.table("accounts", title: "Accounts", accounts.only(accountColumns))),
        .table(try balances(of: cid, on: store, asOf: day)),
        .table(try services(of: cid, on: store, asOf: day)),
        .table(try users(of: cid, on: store, asOf: day)),
        try LastChanges.ofCustomer(cid, store.dialect).section(on: store),
      ])
  }

  private static let accountColumns = [
    "account", "address", "unit", "role", "status", "opened-on", "closed-on", "until",
  ]

  /// What the customer owes: on the accounts held on the day, and on those that others hold now.
  private static func balances(
    of cid: CustomerID, on store: Store, asOf day: CivilDate
  ) throws -> PageTable {
    let ledger = Ledger(asOf: day, .customer(cid), dialect: store.dialect).accounts
    let held = held(by: cid, "b.account", asOf: day, store.dialect)
    let report = Report(
      "balances",
      columns: [
        Report.Column("account", of: Account.account, "b"),
        Report.Column("balance", "b.balance", .money),
        Report.Column("amount-due", "b.amount_due", .money),
        Report.Column("due", "b.due_on", .date),
        Report.Column("past-due", "b.past_due", .money),
        Report.Column("credit", "b.credit", .money),
        Report.Column("last-posted", "b.last_posted", .date),
      ], from: "\(ledger.sql) b", sourceArguments: ledger.arguments,
      where: [Report.Condition("b.balance <> 0 OR \(held.sql)", held.arguments)],
      orderBy: ["b.account"])
    return try store.table("balances", title: "Balances", report, limit: 100)
  }

  /// The services of the accounts held on the day that have not ended; the page of an account has all.
  private static func services(
    of cid: CustomerID, on store: Store, asOf day: CivilDate
  ) throws -> PageTable {
    let dialect = store.dialect
    let report = Report.services(asOf: day, isEarlierDay: day < store.today, dialect: dialect)
      .narrowed(held(by: cid, "s.account", asOf: day, dialect))
      .narrowed(Report.Condition("s.stop_on IS NULL OR s.stop_on > d.day"))
      .narrowed(Report.Condition("s.cancelled_on IS NULL OR s.cancelled_on > d.day"))
    return try store.table("services", title: "Services", report.only(serviceColumns), limit: 20)
  }

  private static let serviceColumns = [
    "account", "code", "service", "start-date", "stop-date", "status", "meter",
  ]

  /// An account is one that the customer is responsible for on a day.
  private static func held(
    by cid: CustomerID, _ account: String, asOf day: CivilDate, _ dialect: any Dialect
  ) -> Report.Condition {
    Report.Condition(
      """
      \(account) IN (SELECT ac.account FROM account_customer ac WHERE ac.cid = ? \
      AND \(DayInterval.sql(contains: dialect.dateMark, of: "ac")))
      """, [cid.datum, day.datum, day.datum])
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
