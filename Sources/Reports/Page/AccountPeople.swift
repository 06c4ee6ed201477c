import Accounts

/// Who is behind an account: customers, and users of the portal.
extension Page {
  /// The customers who are responsible for the account, and those who were.
  static func customers(
    _ number: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> [Section] {
    let books = store.books()
    let held = try books.rows(AccountCustomer.ofAccount, number).filter {
      $0[AccountCustomer.fromOn] <= day && $0[AccountCustomer.toOn].map { $0 > day } ?? true
    }
    // Who lives there before who owns or pays.
    let ranks: [ResponsibilityRole] = [.tenant, .owner, .payer]
    let first = held.min {
      (ranks.firstIndex(of: $0[AccountCustomer.role]) ?? 0)
        < (ranks.firstIndex(of: $1[AccountCustomer.role]) ?? 0)
    }
    var sections: [Section] = []
    if let first, let customer = try books.find(Customer.self, first[AccountCustomer.cid]) {
      sections.append(
        .fields(
          title: "Customer",
          [
            customer.field(Customer.name, "Name"), customer.field(Customer.cid, "Customer ID"),
            PageField("mailing_address", label: "Mailing address", .text(customer.mailingAddress)),
            customer.field(Customer.phone, "Phone"), customer.field(Customer.email, "E-mail"),
          ]))
    }
    let report = Report(
      "customers",
      columns: [
        Report.Column("cid", of: AccountCustomer.cid, "ac", title: "CID"),
        Report.Column("name", of: Customer.name, "cu"),
        Report.Column("role", of: AccountCustomer.role, "ac"),
        Report.Column("from", of: AccountCustomer.fromOn, "ac"),
        Report.Column("to", of: AccountCustomer.toOn, "ac"),
      ],
      from: """
        (SELECT \(store.dialect.dateMark) AS day) d CROSS JOIN account_customer ac \
        JOIN customer cu ON cu.cid = ac.cid
        """, sourceArguments: [day.datum],
      where: [Report.Condition("ac.account = ?", [number.datum])],
      orderBy: [
        "CASE WHEN ac.to_on <= d.day THEN 1 ELSE 0 END", "ac.from_on DESC", "ac.account_customer",
      ])
    let table = try store.table("customers", title: "Responsible customers", report, limit: 10)
    return sections + [.table(table)]
  }

  /// Users who see the account on a day, the locked ones among them.
  static func users(
    _ number: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> PageTable {
    let report = Report(
      "users",
      columns: [
        Report.Column("email", of: User.email, "u", title: "E-mail"),
        Report.Column("name", "u.first_name || ' ' || u.last_name"),
        Report.Column("status", of: User.status, "u"),
        Report.Column("cid", of: Link.cid, "k", title: "CID"),
        Report.Column("linked-on", of: Link.linkedOn, "k", title: "Linked"),
      ], from: "link k JOIN portal_user u ON u.portal_user = k.portal_user",
      where: [Report.Condition("k.account = ?", [number.datum]), .linked(asOf: day)],
      orderBy: [
        "CASE WHEN u.status = \(UserStatus.lockedOut.sql) THEN 0 ELSE 1 END", "u.email", "k.link",
      ])
    let table = try store.table("users", title: "Portal users", report, limit: 10)
    let locked = table.rows.count { $0[2] == .text(UserStatus.lockedOut.rawValue) }
    guard locked > 0 else { return table }
    return PageTable(
      "users", title: "Portal users (\(locked) locked out: `explain EMAIL` says why)",
      columns: table.columns, rows: table.rows)
  }
}

extension Page {
  /// What citizens have asked about the account and is open on a day, and what staff have noted until then.
  static func desk(
    _ number: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> [Section] {
    var filter = Report.RequestFilter()
    filter.accounts = [number.text]
    let isEarlierDay = day < store.today
    let requests = Report.requests(
      filter, asOf: day, isEarlierDay: isEarlierDay, dialect: store.dialect
    ).only(["request", "received", "status", "assignee", "subject"])
    let notes = Report.notes(
      kind: .account, key: number.text, until: isEarlierDay ? day : nil
    ).only(["on", "operator", "text"])
    let title = isEarlierDay ? "Requests open that day, with their status today" : "Open requests"
    return [
      .table(try store.table("requests", title: title, requests, limit: 5)),
      .table(try store.table("notes", title: "Notes", notes, limit: 5)),
    ]
  }
}

extension Report.Condition {
  /// A link `k` is there on a day.
  static func linked(asOf day: CivilDate) -> Self {
    Self(
      "k.linked_on <= ? AND (k.removed_on IS NULL OR k.removed_on > ?)", [day.datum, day.datum])
  }
}

extension Row<Customer> {
  /// The parts of a mailing address that are there, with commas between.
  var mailingAddress: String {
    PostalAddress.line(
      [
        self[Customer.address]?.text, self[Customer.address2]?.text, self[Customer.city]?.text,
      ], state: self[Customer.state]?.text, postalCode: self[Customer.postalCode]?.text)
  }
}
