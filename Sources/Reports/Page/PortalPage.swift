public import Accounts

/// Pages as the citizen sees them.
extension Page {
  /// The accounts that a user is linked to.
  public static func portal(_ user: Row<User>, on store: Store) throws -> Page {
    let links = Report(
      "accounts",
      columns: [
        Report.Column("account", "k.account"), Report.Column("address", "l.address"),
        Report.Column("unit", "l.unit"), Report.Column("customer", "c.name"),
        Report.Column("linked", "k.linked_on", .date),
      ],
      from: """
        link k JOIN account a ON a.account = k.account \
        JOIN location l ON l.location = a.location JOIN customer c ON c.cid = k.cid
        """,
      where: [
        Report.Condition("k.portal_user = ? AND k.removed_on IS NULL", [user[User.id].datum])
      ], orderBy: ["k.account", "k.link"])
    return Page(
      title: store.settings[.city],
      sections: [
        .fields([
          PageField(
            "name", label: "Name", .text("\(user[User.firstName]) \(user[User.lastName])")),
          user.field(User.email, "E-mail"), user.field(User.lastSignInAt, "Last sign-in"),
        ]),
        .table(try store.table("accounts", title: "Accounts", links)),
      ])
  }

  /// The account summary, bounded by the days for which the linked customers answer.
  public static func portalAccount(
    _ number: AccountNumber, of user: Row<User>, on store: Store
  ) throws -> Page {
    let held = try store.days(of: user, at: number)
    guard !held.isEmpty else {
      throw Rejection(
        .notFound, field: "account", found: "no link to account \(number)",
        expected: "an account that the user is linked to", mend: "link it with `portal link`")
    }
    let today = store.today
    let isCurrent = held.contains { $0.from <= today && $0.to.map { $0 > today } ?? true }
    let books = store.books()
    let account = try books.find(Account.self, number)
    let location = try account.flatMap { try books.find(Location.self, $0[Account.location]) }
    var sections: [Section] = [
      .fields([
        PageField("account", label: "Account number", .text(number.text)),
        PageField(
          "service_address", label: "Service address", .text(location?.address ?? "")),
      ])
    ]
    // Whoever has moved out has nothing to do with what is owed now.
    if isCurrent { sections += try billing(number, on: store, asOf: today) }
    for days in held {
      sections += try portalYears(number, days, on: store)
    }
    return Page(title: "Account \(number)", sections: sections)
  }

  private static func portalYears(
    _ number: AccountNumber, _ days: PortalDays, on store: Store
  ) throws -> [Section] {
    var filter = ConsumptionFilter()
    filter.account = number.text
    filter.from = days.from.adding(days: 1)
    filter.to = days.to
    return [
      .fields([
        PageField("customer", label: "Name", .text(days.name)),
        PageField("cid", label: "Customer ID", .text(days.cid)),
        PageField("mailing_address", label: "Mailing address", .text(days.address)),
        PageField("from", label: "From", .date(days.from.description)),
        PageField("to", label: "To", days.to.map { .date($0.description) } ?? .null),
      ]),
      .table(
        try store.table(
          "consumption", title: "Consumption", .consumptionHistory(filter), limit: 1000)),
    ]
  }
}

/// Days for which a linked customer answers for an account.
struct PortalDays {
  let cid: String
  let name: String
  let address: String
  let from: CivilDate
  /// The first day that no longer counts.
  let to: CivilDate?
}

extension Store {
  fileprivate func days(of user: Row<User>, at account: AccountNumber) throws -> [PortalDays] {
    var found: [PortalDays] = []
    try each(
      sql: """
        SELECT c.cid, c.name, coalesce(c.address, ''), x.from_on, x.to_on FROM link k \
        JOIN account_customer x ON x.account = k.account AND x.cid = k.cid \
        JOIN customer c ON c.cid = x.cid \
        WHERE k.portal_user = ? AND k.account = ? AND k.removed_on IS NULL \
        ORDER BY x.from_on, x.account_customer
        """, [user[User.id].datum, account.datum]
    ) { row in
      func text(_ index: Int) -> String { String(decoding: row.text(index), as: UTF8.self) }
      found.append(
        PortalDays(
          cid: text(0), name: text(1), address: text(2), from: CivilDate(row.datum(3)),
          to: row.isNull(4) ? nil : CivilDate(row.datum(4))))
      return true
    }
    return found
  }
}
